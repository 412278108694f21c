/** The shipped client's events in Chromium, held to the table that the testing kit is held to; its timers are turned by hand. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { decodeUp } from '../../engine/protocol/event.ts'
import { DRAGS, type Fired, lineOf, MODIFIERS, ORDER, PAYLOADS } from '../conformance/events.ts'
import { useClient } from './browser.ts'

const client = useClient()
const cases = [...ORDER, ...MODIFIERS, ...PAYLOADS, ...DRAGS].map(
  (row) => [row.title, row] as const,
)

test.each(cases)(
  'in Chromium: %s',
  { tags: ['A7', 'typed-payloads', 'event-modifiers', 'held-back-order'] },
  async (_, row) => {
    const { markup, steps } = row
    const page = client.page()
    await page.addInitScript(recordSends)
    await page.clock.install()
    await client.open({ body: `<main lv-t="0"><div lv-r="1 x ">${markup}</div></main>` })
    // What paces them has come: what happened earlier would begin its quiet only then.
    if (/lv-(debounce|throttle)/.test(markup)) await part(page, 'extras')
    if (/lv-dr/.test(markup)) await part(page, 'drag')
    await page.clock.pauseAt(Date.now() + 60_000)
    for (const step of steps) {
      if ('fire' in step) await page.locator(step.at).evaluate(fire, step.fire as object)
      else if ('click' in step) {
        await page.click(step.click, step.ctrl ? { modifiers: ['Control'] } : {})
      } else if ('fill' in step) {
        await page.fill(step.fill, step.text)
        // A browser tells of a change when the field is left; the kit at once.
        if (markup.includes('lv-change')) await page.locator(step.fill).dispatchEvent('change')
      } else if ('press' in step) await page.press(step.press, step.key)
      else if ('submit' in step) {
        await page
          .locator(step.submit)
          .evaluate((form) => (form as HTMLFormElement).requestSubmit())
      } else if ('leave' in step) await page.locator(step.leave).blur()
      else if ('wait' in step) await page.clock.runFor(step.wait)
      else {
        const sent = await eventsOf(page)
        expect(DRAGS.includes(row) ? sent.map(bare) : sent).toEqual(step.sent)
      }
    }
  },
)

// As a text: the test's own bundler would rewrite the import.
const part = (page: Page, name: string) =>
  page.evaluate(`import('/client-${name}.js').then(() => {})`)

const bare = (line: string) => line.split(' ').slice(0, 2).join(' ')

/** What the client has put into its socket: read in the page, where nothing is on its way. */
async function eventsOf(page: Page): Promise<string[]> {
  const sent = await page.evaluate(() => (window as unknown as { sent: number[][] }).sent)
  return sent.flatMap((bytes) => {
    const up = decodeUp(Uint8Array.from(bytes))
    return up.type === 'event' ? [lineOf(up.slot, up.event, up.data)] : []
  })
}

function recordSends() {
  const sent: number[][] = []
  Object.assign(window, { sent })
  const { send } = WebSocket.prototype
  WebSocket.prototype.send = function (bytes) {
    sent.push([...(bytes as Uint8Array)])
    send.call(this, bytes)
  }
}

function fire(element: Element, fired: object) {
  const { type, x, y, ctrl, shift, detail, ...rest } = fired as Fired
  const { left, top } = element.getBoundingClientRect()
  const place = { clientX: left + (x ?? 0), clientY: top + (y ?? 0) }
  const init = { bubbles: true, ctrlKey: ctrl, shiftKey: shift, ...place, ...rest }
  const touch = () => new Touch({ identifier: 1, target: element, ...place })
  const make = () => {
    if (/^key/.test(type)) return new KeyboardEvent(type, init)
    if (/^mouse/.test(type)) return new MouseEvent(type, init)
    if (/^pointer/.test(type)) return new PointerEvent(type, init)
    if (/^touch/.test(type)) return new TouchEvent(type, { ...init, changedTouches: [touch()] })
    return new CustomEvent(type, { ...init, detail })
  }
  element.dispatchEvent(make())
}
