/** One refusal never becomes a storm: fast movement, large pastes, and every answer that the server can give to an event. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { html, LiveComponent, validated } from '../../engine/index.ts'
import type { ProtocolError } from '../../engine/protocol/errors.ts'
import { decodeUp } from '../../engine/protocol/event.ts'
import type { Up } from '../../engine/protocol/ops.ts'
import { useBrowser } from './support/live-page.ts'

const { open } = useBrowser()

/** What crosses the wire from now on. */
function watch(tab: Awaited<ReturnType<typeof open>>['tab']) {
  const up: Up[] = []
  const down: number[] = []
  let sent = 0
  tab.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => {
      sent += payload.length
      try {
        up.push(decodeUp(new Uint8Array(payload as Buffer)))
      } catch (error) {
        // Some are meant to be unreadable behind their number.
        up.push({ type: 'event', seq: (error as ProtocolError).seq } as Up)
      }
    })
    socket.on('framereceived', ({ payload }) => down.push(payload.length))
  })
  const events = () => up.filter(({ type }) => type === 'event')
  return { up, down, events, bytes: () => sent }
}

class Box extends LiveComponent {
  moves = 0
  last = 0
  move = ({ x }: { x: number }) => {
    this.moves++
    this.last = x
  }
  getTemplate() {
    return html`<div id="box" style="width:900px;height:200px" lv-pointermove=${this.move}
      lv-mousemove=${this.move}></div><output>${this.last}</output><i>${this.moves}</i>`
  }
}

test.each([60, 144])(
  'a mouse that moves at %i Hz for nine seconds leaves tab and server idle, and shows where it stopped',
  { tags: ['A7', 'A16'] },
  async (hertz) => {
    const { tab, complaints } = await open(Box)
    const wire = watch(tab)
    await tab.reload()
    await tab.waitForFunction(() => document.documentElement.dataset.telar === 'connected')
    // As the browser would fire them; a driver of mice is not fast enough.
    await tab.evaluate(async (rate) => {
      const box = document.querySelector('#box')!
      const from = performance.now()
      for (let n = 1; n <= rate * 9; n++) {
        for (const type of ['pointermove', 'mousemove']) {
          const Made = type === 'pointermove' ? PointerEvent : MouseEvent
          box.dispatchEvent(new Made(type, { bubbles: true, clientX: 8 + (n % 800), clientY: 50 }))
        }
        const wait = from + (n * 1000) / rate - performance.now()
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
      }
    }, hertz)
    const last = String((hertz * 9) % 800)
    await tab.waitForFunction((x) => document.querySelector('output')!.textContent === x, last)
    const moves = Number(await tab.textContent('i'))
    expect(wire.events().length).toBe(moves)
    expect(moves).toBeLessThanOrEqual(hertz * 18)
    expect(wire.down.length).toBeLessThanOrEqual(moves + 5)
    const { length } = wire.up
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    // At most the acknowledgement of the last frame.
    expect(wire.up.length - length).toBeLessThanOrEqual(1)
    expect(complaints).toEqual([])
  },
)

class Note extends LiveComponent {
  letters = 0
  presses = 0
  count = ({ value }: { value: string }) => {
    this.letters = value.length
  }
  save = ({ form }: { form: Record<string, unknown> }) => {
    this.letters = String(form.note).length
  }
  press = () => {
    this.presses++
  }
  getTemplate() {
    return html`<textarea lv-input=${this.count}></textarea>
      <form lv-submit=${this.save}><textarea name="note"></textarea><button>save</button></form>
      <output>${this.letters}</output><button id="press" lv-click=${this.press}>${this.presses}</button>`
  }
}

const shows = (tab: Awaited<ReturnType<typeof open>>['tab'], selector: string, text: string) =>
  tab.waitForFunction(([at, wanted]) => document.querySelector(at!)!.textContent === wanted, [
    selector,
    text,
  ] as const)

test.each([
  ['22,000 Chinese letters', '一'.repeat(22_000)],
  ['70,000 Latin letters', 'a'.repeat(70_000)],
  ['a million letters', 'b'.repeat(1_000_000)],
  ['letters of four bytes', '😀'.repeat(50_000)],
  ['quotes and tabs, which are longer in JSON', '"\t\\'.repeat(60_000)],
])(
  'a paste of %s arrives, and so does a form with it',
  { tags: ['A7', 'A17'] },
  async (_, text) => {
    const { tab, complaints } = await open(Note)
    await tab.fill('textarea', text)
    await shows(tab, 'output', String(text.length))
    await tab.fill('form textarea', `${text}!`.slice(0, -1))
    await tab.click('form button')
    await tab.click('#press')
    await shows(tab, '#press', '1')
    await shows(tab, 'output', String(text.length))
    expect(complaints).toEqual([])
  },
)

test('what is truly too large is said at its field, is sent no further, and the next press works', {
  tags: ['A7', 'A17'],
}, async () => {
  const { tab } = await open(Note)
  const wire = watch(tab)
  await tab.reload()
  await tab.waitForFunction(() => document.documentElement.dataset.telar === 'connected')
  await tab.fill('textarea', 'x'.repeat(1_200_000))
  await tab.getByRole('status').getByText('This is too large to send: at most 1.0 MB.').waitFor()
  await tab.click('#press')
  await shows(tab, '#press', '1')
  expect(wire.bytes()).toBeLessThan(40_000)
  expect(await tab.inputValue('textarea')).toHaveLength(1_200_000)
  await tab.fill('textarea', 'short')
  await shows(tab, 'output', '5')
})

test('limits of a page are its own: events of at most 2,000 bytes, in parts of 100', {
  tags: ['A17'],
}, async () => {
  const { tab } = await open(Note, {}, { limits: { window: { event: 2_000, part: 100 } } })
  await tab.fill('textarea', 'x'.repeat(1_500))
  await shows(tab, 'output', '1500')
  await tab.fill('textarea', 'x'.repeat(2_500))
  await tab.getByRole('status').getByText('This is too large to send').waitFor()
  await tab.click('#press')
  await shows(tab, '#press', '1')
})

class Form extends LiveComponent {
  saved = ''
  save = ({ form }: { form: Record<string, unknown> }) => {
    this.saved = `${form.note} by ${form.name}`
  }
  getTemplate() {
    return html`<form lv-submit=${this.save}><textarea name="note" lv-input=${() => {}}></textarea>
      <input name="name"><button>save</button><button type="reset">reset</button></form>
      <output>${this.saved}</output>`
  }
}

const SHORT = { limits: { window: { event: 2_000, part: 100 } } }

test('who has shortened the text before the answer comes is told nothing at the field, and can save', {
  tags: ['A17'],
}, async () => {
  const { tab } = await open(Form, {}, SHORT)
  // From here on what is large leaves at once: what sends it in parts has come.
  await tab.fill('textarea', 'x'.repeat(200))
  await tab.click('button')
  await shows(tab, 'output', `${'x'.repeat(200)} by `)
  await tab.evaluate(() => {
    const note = document.querySelector('textarea')!
    for (const text of ['x'.repeat(2_500), 'short']) {
      note.value = text
      note.dispatchEvent(new Event('input', { bubbles: true }))
    }
  })
  await tab.getByRole('status').getByText('This is too large to send').waitFor()
  await tab.click('button')
  await shows(tab, 'output', 'short by ')
})

test('who already types elsewhere when a text turns out too large types on there', {
  tags: ['A17'],
}, async () => {
  const { tab } = await open(Form, {}, SHORT)
  await tab.evaluate(() => {
    const [note, name] = document.querySelectorAll<HTMLInputElement>('textarea, input')
    note!.value = 'x'.repeat(2_500)
    note!.dispatchEvent(new Event('input', { bubbles: true }))
    name!.focus()
    name!.value = 'A'
    name!.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await tab.getByRole('status').getByText('This is too large to send').waitFor()
  await tab.keyboard.type('da')
  expect(await tab.inputValue('input')).toMatch(/da/)
})

test('after a text that was too large its form can be reset, and saved', {
  tags: ['A17'],
}, async () => {
  const { tab } = await open(Form, {}, SHORT)
  await tab.fill('textarea', 'x'.repeat(2_500))
  await tab.getByRole('status').getByText('This is too large to send').waitFor()
  const told = () => tab.$eval('textarea', (note) => note.validationMessage)
  expect(await told()).toMatch(/^This is too large to send/)
  await tab.click('button[type=reset]')
  expect(await told()).toBe('')
  await tab.fill('textarea', 'y'.repeat(2_500))
  await tab.getByRole('status').getByText('This is too large to send').waitFor()
  await tab.evaluate(() => {
    document.querySelector('textarea')!.value = 'set by a script'
  })
  await tab.click('button')
  await shows(tab, 'output', 'set by a script by ')
})

const Whole = z.coerce.number().int()

class Answers extends LiveComponent {
  done = 0
  isThere = true
  ok = () => {
    this.done++
  }
  fail = () => {
    this.done = -100
    throw new Error('no disk')
  }
  late = () => {
    this.isThere = false
  }
  check = validated(Whole, () => {})
  getTemplate() {
    return html`<button id="ok" lv-click=${this.ok}>${this.done}</button>
      <button id="fail" lv-click=${this.fail}>fail</button>
      <input id="refused" value="x" lv-pick=${this.check}>
      <i id="odd" lv-pick=${this.ok}></i>
      <button id="stale" lv-click=${this.isThere ? this.late : null}>late</button>`
  }
}

const CASES: { title: string; act: string; says: string }[] = [
  {
    title: 'a handler that fails',
    act: `document.querySelector('#fail').click()`,
    says: 'That did not work, and nothing was changed.',
  },
  {
    title: 'input that a schema refuses',
    act: `document.querySelector('#refused').dispatchEvent(new CustomEvent('pick', { bubbles: true, detail: 'x' }))`,
    says: 'That was not accepted, and nothing was changed.',
  },
  {
    title: 'a handler that has gone',
    act: `document.querySelector('#stale').click(); setTimeout(() => document.querySelector('#stale').click(), 300)`,
    says: 'That has just changed. Look again, then repeat it.',
  },
  {
    title: 'a message that cannot be read behind its number',
    act: `document.querySelector('#odd').dispatchEvent(Object.assign(new CustomEvent('pick', { bubbles: true }), { clientX: NaN, clientY: NaN }))`,
    says: 'That was not accepted, and nothing was changed.',
  },
]

test.each(CASES)(
  'behind $title all later presses work, in as many messages, and the visitor is told',
  { tags: ['A6', 'A7'] },
  async ({ act, says }) => {
    const { tab } = await open(Answers)
    const wire = watch(tab)
    await tab.reload()
    await tab.waitForFunction(() => document.documentElement.dataset.telar === 'connected')
    await tab.evaluate(act)
    for (let i = 0; i < 20; i++) await tab.evaluate(`document.querySelector('#ok').click()`)
    await shows(tab, '#ok', '20')
    await tab.getByRole('status').getByText(says).waitFor()
    expect(wire.events().length).toBeLessThanOrEqual(22)
    expect(wire.events().map((up) => up.type === 'event' && up.seq)).toEqual(
      wire.events().map((_, i) => i + 1),
    )
  },
)

test('two thousand presses at once cost at most 1.2 messages each, and every one counts', {
  tags: ['A6', 'A16'],
}, async () => {
  const { tab } = await open(Answers, {}, { limits: { messagesPerSecond: 400 } })
  const wire = watch(tab)
  await tab.reload()
  await tab.waitForFunction(() => document.documentElement.dataset.telar === 'connected')
  await tab.evaluate(() => {
    for (let i = 0; i < 2_000; i++) document.querySelector<HTMLElement>('#ok')!.click()
  })
  await shows(tab, '#ok', '2000')
  expect(wire.up.length + wire.down.length).toBeLessThanOrEqual(2_400)
  expect(wire.events().length).toBe(2_000)
})
