/** Every refusal over the real wire, as one table: what a visitor sees, what a screen reader hears, what stays, and that the next press works. */
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { form, html, LiveComponent, mount, validated } from '../../engine/index.ts'
import { UP_EVENT } from '../../engine/protocol/opcodes.ts'
import { memoryStore, type ServeOptions } from '../../engine/server/index.ts'
import { FailingStore } from '../server/support/failing-store.ts'
import { closedGate, type Gate } from './support/gate.ts'
import { connected, useBrowser } from './support/live-page.ts'

const { open } = useBrowser()
let gate: Gate
let mayEnter = true
afterEach(() => gate.open())

const Booking = z.object({
  seats: z
    .string()
    .regex(/^\d+$/, 'Enter a number')
    .refine((seats) => Number(seats) <= 8, 'At most 8 seats'),
})

class Guarded extends LiveComponent {
  entered = 0
  guard() {
    return mayEnter
  }
  enter() {
    this.entered++
  }
  getTemplate() {
    return html`<button id="enter" lv-click=${this.enter}>Enter</button><i>${this.entered}</i>`
  }
}

class Office extends LiveComponent {
  booking = form(Booking, { initial: { seats: '' } })
  presses = 0
  isOpen = true
  slow = async () => {
    await gate.passed
  }
  fail = () => {
    this.presses = 100
    throw new Error('no database')
  }
  count = () => {
    this.presses++
  }
  shut = () => {
    this.isOpen = false
  }
  age = validated(z.object({ age: z.coerce.number() }), () => {})
  book = this.booking.submit(() => this.booking.setError('seats', 'These seats are taken'))
  getTemplate() {
    return html`<main>
      <label>Note <textarea id="note" lv-input=${() => {}}></textarea></label>
      <form id="single" lv-submit=${this.age}><input aria-label="Age" name="age"><button id="send">Send</button></form>
      <form id="form" novalidate lv-submit=${this.book}>
        <label>Seats <input ${this.booking.field('seats')}></label> ${this.booking.error('seats')}<button id="book">Book</button>
      </form>
      <button id="slow" lv-click=${this.slow} lv-busy="Saving…">Save</button>
      <button id="fail" lv-click=${this.fail}>Fail</button>
      <button id="late" lv-click=${this.isOpen ? this.shut : null}>Late</button>
      ${mount(Guarded)}
      <button id="press" lv-click=${this.count}>Press</button><b id="count">${this.presses}</b>
    </main>`
  }
}

interface Visit {
  tab: Page
  server: Awaited<ReturnType<typeof open>>['server']
  /** Each message that leaves the page, before it leaves. */
  send: { change: (bytes: Buffer) => Buffer }
  store: FailingStore
}

interface Refusal {
  what: string
  act(visit: Visit): Promise<unknown>
  /** A text that is on the screen then; '' where nothing may be said. */
  sees: string
  /** By its role and what belongs to it, as the accessibility tree has it. */
  hears: (tab: Page) => ReturnType<Page['getByRole']>
  /** What was typed where, and is there still. */
  stays?: [selector: string, text: string]
  serving?: Partial<ServeOptions>
  /** What makes the next press possible. */
  after?(visit: Visit): Promise<unknown>
}

const line = (tab: Page) => tab.getByRole('status').filter({ hasText: /./ })
const DECLINED = 'That was not accepted, and nothing was changed.'

const REFUSALS: Refusal[] = [
  {
    what: 'a schema of a single handler',
    async act({ tab }) {
      await tab.fill('[name=age]', 'ten')
      await tab.click('#send')
    },
    sees: DECLINED,
    hears: line,
    stays: ['[name=age]', 'ten'],
  },
  {
    what: 'the schema of a form',
    async act({ tab }) {
      await tab.fill('[name=seats]', 'ten')
      await tab.click('#book')
    },
    sees: 'Enter a number',
    hears: (tab) => tab.getByRole('textbox', { name: 'Seats', description: 'Enter a number' }),
    stays: ['[name=seats]', 'ten'],
  },
  {
    what: 'a handler of a form, about a field',
    async act({ tab }) {
      await tab.fill('[name=seats]', '4')
      await tab.click('#book')
    },
    sees: 'These seats are taken',
    hears: (tab) =>
      tab.getByRole('textbox', { name: 'Seats', description: 'These seats are taken' }),
    stays: ['[name=seats]', '4'],
  },
  {
    what: 'the guard of a component',
    async act({ tab }) {
      mayEnter = false
      await tab.click('#enter')
    },
    sees: DECLINED,
    hears: line,
  },
  {
    what: 'a lock, for the second press of a button that is busy',
    async act({ tab }) {
      await tab.click('#slow')
      await tab.getByText('Saving…').waitFor()
      await tab.locator('#slow').dispatchEvent('click')
    },
    sees: 'Saving…',
    hears: (tab) => tab.getByRole('button', { name: 'Saving…', disabled: true }),
    async after({ tab }) {
      gate.open()
      await tab.getByRole('button', { name: 'Save', disabled: false }).waitFor()
    },
  },
  {
    what: 'the limit of an event, for a text that is too large',
    act: ({ tab }) => tab.fill('#note', 'x'.repeat(2_500)),
    sees: 'This is too large to send: at most 0.0019 MB.',
    hears: line,
    stays: ['#note', 'x'.repeat(2_500)],
    serving: { limits: { window: { event: 2_000, part: 100 } } },
  },
  {
    what: 'the limit of events a second, which delays them and takes none away',
    async act({ tab }) {
      await tab.evaluate(() => {
        for (let i = 0; i < 40; i++) document.querySelector<HTMLElement>('#press')!.click()
      })
      await tab.getByText('40', { exact: true }).waitFor()
    },
    sees: '',
    hears: (tab) => tab.getByRole('button', { name: 'Press' }),
    serving: { limits: { messagesPerSecond: 30 } },
  },
  {
    what: 'an event that is forged: its handler is not on the page',
    async act({ tab, send }) {
      send.change = (bytes) => {
        if (bytes[0] !== UP_EVENT) return bytes
        send.change = same
        const forged = Buffer.from(bytes)
        forged[2] = 120
        return forged
      }
      await tab.click('#press')
    },
    sees: DECLINED,
    hears: line,
  },
  {
    what: 'the limit of fields, for a form that was given more by a script of the page',
    async act({ tab }) {
      await tab.evaluate(() => {
        const more = '<input name="extra" value="x" hidden>'.repeat(60)
        document.querySelector('#form')!.insertAdjacentHTML('beforeend', more)
      })
      await tab.fill('[name=seats]', '4')
      await tab.click('#book')
    },
    sees: DECLINED,
    hears: line,
    stays: ['[name=seats]', '4'],
    serving: { limits: { formFields: 50 } },
  },
  {
    what: 'the page, for a press on what has just gone',
    async act({ tab }) {
      await tab.click('#late')
      await tab.click('#late')
    },
    sees: 'That has just changed. Look again, then repeat it.',
    hears: line,
  },
  {
    what: 'a handler that fails',
    act: ({ tab }) => tab.click('#fail'),
    sees: 'That did not work, and nothing was changed.',
    hears: line,
  },
  {
    what: 'a store that can’t keep anything',
    async act({ tab, store }) {
      store.fail(Object.assign(new Error('EIO'), { code: 'EIO' }), 'write')
      await tab.click('#press')
    },
    sees: 'The server can’t save at the moment. Nothing is lost.',
    hears: line,
    async after({ tab, store }) {
      store.mend()
      await tab.getByText('1', { exact: true }).waitFor()
    },
  },
]

const same = (bytes: Buffer) => bytes

test.each(REFUSALS)(
  'refused by $what',
  { tags: ['A17', 'A22'] },
  async ({ act, sees, hears, stays, serving, after }) => {
    gate = closedGate()
    mayEnter = true
    const store = new FailingStore(memoryStore())
    const { tab, server } = await open(Office, { debug: false }, { store, ...serving })
    const send = { change: same }
    await tab.routeWebSocket(/./, (socket) => {
      const onwards = socket.connectToServer()
      socket.onMessage((message) => onwards.send(send.change(message as Buffer)))
    })
    const seen = watched(tab)
    await tab.reload()
    await connected(tab)
    await seen.start()
    const visit = { tab, server, send, store }
    await act(visit)
    if (sees) await tab.getByText(sees, { exact: true }).first().waitFor()
    else expect(await seen.said()).toEqual([])
    await hears(tab).waitFor()
    if (stays) expect(await tab.inputValue(stays[0])).toBe(stays[1])
    await after?.(visit)
    const before = Number(await tab.locator('#count').textContent())
    expect(before).not.toBe(100)
    await tab.click('#press')
    await expect.poll(() => tab.locator('#count').textContent()).toBe(`${before + 1}`)
    // Once each: a sentence that is said again and again is a storm too.
    expect((await seen.said()).filter((text) => text === sees).length).toBeLessThan(2)
  },
)

/** What the page's live regions have said, which is what a screen reader reads by itself. */
function watched(tab: Page) {
  return {
    start: () =>
      tab.evaluate(() => {
        const said: string[] = ((globalThis as { said?: string[] }).said = [])
        const regions = '[role=status], [role=alert], [aria-live]'
        new MutationObserver((records) => {
          for (const { target } of records) {
            const at = target instanceof Element ? target : target.parentElement
            const text = at?.closest(regions)?.textContent?.trim()
            if (text && text !== said.at(-1)) said.push(text)
          }
        }).observe(document, { subtree: true, childList: true, characterData: true })
      }),
    said: () => tab.evaluate(() => (globalThis as { said?: string[] }).said!),
  }
}
