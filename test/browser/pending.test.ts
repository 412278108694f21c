/** What a visitor sees while an event is on its way. Each title is what they would say. */
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { each, html, LiveComponent, type LiveEvent } from '../../engine/index.ts'
import { closedGate, cuttableNetwork, type Gate, slowNetwork } from './support/gate.ts'
import { connected, useBrowser } from './support/live-page.ts'

const { browser, open } = useBrowser()
let gate: Gate
// A server that closes waits for its handlers.
afterEach(() => gate.open())

class Desk extends LiveComponent {
  saved: string[] = []
  draft = ''
  label = 'Save'
  step = 0
  pressed = 0
  isThere = true
  save = async ({ form }: LiveEvent) => {
    await gate.passed
    this.saved = [...this.saved, `${form.title}`]
  }
  type = async ({ value }: LiveEvent) => {
    await gate.passed
    this.draft = value
  }
  press = async () => {
    await gate.passed
    this.pressed++
  }
  paint = async () => {
    this.step = 1
    this.commit()
    await gate.passed
    this.step = 2
  }
  rename = async () => {
    this.label = 'Saved'
    this.commit()
    await gate.passed
  }
  leave = async () => {
    await gate.passed
    this.isThere = false
  }
  fail = async () => {
    await gate.passed
    throw new Error('no disk')
  }
  getTemplate() {
    return html`<main>
      <form id="form" lv-submit=${this.save}>
        <input id="title" name="title" lv-input=${this.type}>
        <button id="save" lv-busy="Saving…"><b>${this.label}</b> it</button>
        <button id="inner" type="button" lv-click=${this.press}>Press</button>
      </form>
      <form id="locked" lv-submit=${this.save} lv-busy="Sending…">
        <input name="title"><button id="send">Send</button><input type="submit" id="too" value="Send too">
      </form>
      <button id="press" lv-busy lv-click=${this.press}>Press ${this.pressed}</button>
      <button id="paint" lv-click=${this.paint}>${this.step}</button>
      <button id="rename" lv-busy="One moment…" lv-click=${this.rename}>${this.label}</button>
      <button id="fail" lv-busy="Trying…" lv-click=${this.fail}>Fail</button>
      ${this.isThere ? html`<button id="leave" lv-busy="Going…" lv-click=${this.leave}>Leave</button>` : html`<button id="stay">Stay</button>`}
      <ul>${each(
        this.saved,
        (text) => text,
        (text) => html`<li>${text}</li>`,
      )}</ul><p id="draft">${this.draft}</p>
    </main>`
  }
}

async function desk(prepare?: (tab: Page) => Promise<unknown>) {
  gate = closedGate()
  const opened = await open(Desk, { debug: false })
  const { tab } = opened
  if (prepare) {
    await prepare(tab)
    await tab.reload()
    await connected(tab)
  }
  await tab.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('client-extras')),
  )
  return opened
}

const marked = (tab: Page) =>
  tab.$$eval('[lv-pending]', (elements) => elements.map(({ id }) => id).sort())
const shows = (tab: Page, selector: string, text: string) =>
  tab.waitForFunction(
    ([at, wanted]) => document.querySelector(at!)?.textContent === wanted,
    [selector, text],
  )
/** Playwright waits for a button that is not disabled; a visitor does not. */
const again = (tab: Page, selector: string) => tab.click(selector, { force: true })
const markup = (tab: Page, selector: string) => tab.$eval(selector, ({ outerHTML }) => outerHTML)

test('what I press is marked until the answer is there, and so is its form', {
  tags: ['A22', 'pending-marks'],
}, async () => {
  const { tab, complaints } = await desk()
  const before = await markup(tab, '#form')
  await tab.click('#inner')
  expect(await marked(tab)).toEqual(['form', 'inner'])
  gate.open()
  await shows(tab, '#press', 'Press 1')
  expect(await marked(tab)).toEqual([])
  expect(await markup(tab, '#form')).toBe(before)
  expect(complaints).toEqual([])
})

test('a field that I type into is marked, while nothing keeps me from typing on', {
  tags: ['A22', 'pending-marks'],
}, async () => {
  const { tab } = await desk()
  await tab.locator('#title').pressSequentially('abc')
  expect(await marked(tab)).toEqual(['form', 'title'])
  expect(await tab.textContent('#save')).toBe('Save it')
  gate.open()
  await shows(tab, '#draft', 'abc')
  expect(await marked(tab)).toEqual([])
  expect(await tab.inputValue('#title')).toBe('abc')
})

test('of two presses that are on their way the mark stays until the second is answered', {
  tags: ['A22', 'pending-marks'],
}, async () => {
  const { tab } = await desk()
  await tab.click('#inner')
  await tab.click('#inner')
  const first = gate
  gate = closedGate()
  first.open()
  await shows(tab, '#press', 'Press 1')
  expect(await marked(tab)).toEqual(['form', 'inner'])
  gate.open()
  await shows(tab, '#press', 'Press 2')
  expect(await marked(tab)).toEqual([])
})

test('on a slow network the button says at once that it saves, and again what it is for once it has', {
  tags: ['A22', 'pending-marks', 'busy-locks'],
}, async () => {
  const { tab } = await desk((tab) => slowNetwork(tab, 150))
  gate.open()
  const before = await markup(tab, '#save')
  await tab.fill('#title', 'A letter')
  const began = Date.now()
  await tab.click('#save')
  await shows(tab, '#save', 'Saving…')
  await shows(tab, 'li', 'A letter')
  expect(Date.now() - began).toBeGreaterThan(280)
  expect(await markup(tab, '#save')).toBe(before)
})

test('a double click saves once', { tags: ['A22', 'busy-locks'] }, async () => {
  const { tab, complaints } = await desk()
  await tab.fill('#title', 'Once')
  await tab.dblclick('#save')
  await again(tab, '#save')
  expect(await tab.textContent('#save')).toBe('Saving…')
  gate.open()
  await shows(tab, 'ul', 'Once')
  await tab.click('#press')
  await shows(tab, '#press', 'Press 1')
  expect(await tab.$$eval('li', (rows) => rows.length)).toBe(1)
  expect(complaints).toEqual([])
})

test('Enter pressed twice in a form sends it once, and so does Enter and then a button', {
  tags: ['A22', 'busy-locks'],
}, async () => {
  const { tab } = await desk()
  await tab.fill('#locked [name=title]', 'By Enter')
  await tab.press('#locked [name=title]', 'Enter')
  await tab.press('#locked [name=title]', 'Enter')
  expect(await tab.$eval('#locked [name=title]', (field) => field === document.activeElement)).toBe(
    true,
  )
  await again(tab, '#too')
  expect(await tab.textContent('#send')).toBe('Sending…')
  expect(await marked(tab)).toEqual(['locked'])
  gate.open()
  await shows(tab, 'ul', 'By Enter')
  expect(await tab.textContent('#send')).toBe('Send')
  await tab.fill('#locked [name=title]', 'Again')
  await tab.press('#locked [name=title]', 'Enter')
  await shows(tab, 'ul', 'By EnterAgain')
})

test('a button that is an input shows the text as its own', {
  tags: ['A22', 'busy-locks'],
}, async () => {
  const { tab } = await desk()
  const before = await markup(tab, '#locked')
  await tab.fill('#locked [name=title]', 'Too')
  await tab.click('#too')
  expect(await tab.inputValue('#too')).toBe('Sending…')
  expect(await tab.textContent('#send')).toBe('Send')
  gate.open()
  await shows(tab, 'ul', 'Too')
  expect(await markup(tab, '#locked')).toBe(before)
})

test('with the keyboard alone: the focus stays, Space and Enter do nothing until the answer, then they work', {
  tags: ['A22', 'busy-locks'],
}, async () => {
  const { tab } = await desk()
  await tab.focus('#press')
  await tab.keyboard.press('Space')
  await tab.keyboard.press('Space')
  await tab.keyboard.press('Enter')
  expect(await marked(tab)).toEqual(['press'])
  expect(await tab.evaluate(() => document.activeElement?.id)).toBe('press')
  gate.open()
  await shows(tab, '#press', 'Press 1')
  expect(await tab.evaluate(() => document.activeElement?.id)).toBe('press')
  await tab.keyboard.press('Enter')
  await shows(tab, '#press', 'Press 2')
})

test('a screen reader hears that the button is busy and can’t be pressed, and neither of that afterwards', {
  tags: ['A22', 'busy-locks'],
}, async () => {
  const { tab } = await desk()
  await tab.fill('#title', 'Heard')
  await tab.click('#save')
  const told = () =>
    tab.$$eval('#form, #form button', (elements) =>
      elements.map(({ id, ariaBusy, ariaDisabled }) => ({ id, ariaBusy, ariaDisabled })),
    )
  expect(await told()).toEqual([
    { id: 'form', ariaBusy: 'true', ariaDisabled: null },
    { id: 'save', ariaBusy: 'true', ariaDisabled: 'true' },
    { id: 'inner', ariaBusy: null, ariaDisabled: null },
  ])
  await tab.getByRole('button', { name: 'Saving…', disabled: true }).waitFor()
  gate.open()
  await shows(tab, 'ul', 'Heard')
  await tab.getByRole('button', { name: 'Save it', disabled: false }).waitFor()
  expect((await told()).every((one) => !one.ariaBusy && !one.ariaDisabled)).toBe(true)
})

test('a handler that fails gives the button back, says so, and what I typed is still there', {
  tags: ['A22', 'busy-locks', 'failures-told'],
}, async () => {
  const { tab } = await desk()
  const before = await markup(tab, '#fail')
  await tab.fill('#locked [name=title]', 'typed')
  await tab.click('#fail')
  await shows(tab, '#fail', 'Trying…')
  gate.open()
  await tab.getByRole('status').getByText('That did not work, and nothing was changed.').waitFor()
  expect(await markup(tab, '#fail')).toBe(before)
  expect(await tab.inputValue('#locked [name=title]')).toBe('typed')
  expect(await marked(tab)).toEqual([])
})

test('when the connection is lost the button stays locked, and is free once its press is answered', {
  tags: ['A10', 'A22', 'busy-locks', 'pending-marks'],
}, async () => {
  let network!: Awaited<ReturnType<typeof cuttableNetwork>>
  const { tab } = await desk(async (tab) => {
    network = await cuttableNetwork(tab)
  })
  await tab.fill('#title', 'Sent')
  network.cut()
  await tab.waitForFunction(() => document.documentElement.dataset.telar === 'disconnected')
  await tab.click('#save')
  await again(tab, '#save')
  await shows(tab, '#save', 'Saving…')
  expect(await marked(tab)).toEqual(['form', 'title'])
  gate.open()
  network.mend()
  await shows(tab, 'ul', 'Sent')
  await shows(tab, '#save', 'Save it')
  expect(await marked(tab)).toEqual([])
})

test('what the server writes into a button that is locked stands there once it is free', {
  tags: ['A22', 'busy-locks'],
}, async () => {
  const { tab, complaints } = await desk()
  await tab.click('#rename')
  await shows(tab, '#save', 'Saved it')
  expect(await tab.textContent('#rename')).toBe('One moment…')
  gate.open()
  await shows(tab, '#rename', 'Saved')
  expect(complaints).toEqual([])
})

test('a button that goes away with its answer leaves nothing behind', {
  tags: ['A22', 'busy-locks', 'pending-marks'],
}, async () => {
  const { tab, complaints } = await desk()
  await tab.click('#leave')
  await shows(tab, '#leave', 'Going…')
  gate.open()
  await shows(tab, '#stay', 'Stay')
  expect(await tab.$('#leave')).toBeNull()
  expect(await tab.$$eval('[lv-pending], [aria-busy], [aria-disabled]', (all) => all.length)).toBe(
    0,
  )
  expect(complaints).toEqual([])
})

test('a handler that shows something in between keeps its mark until it is done', {
  tags: ['A22', 'pending-marks'],
}, async () => {
  const { tab } = await desk()
  await tab.click('#paint')
  await shows(tab, '#paint', '1')
  expect(await marked(tab)).toEqual(['paint'])
  gate.open()
  await shows(tab, '#paint', '2')
  expect(await marked(tab)).toEqual([])
})

test('what I press before the words for it have come is locked too, and says so as soon as they are there', {
  tags: ['A22', 'busy-locks'],
}, async () => {
  gate = closedGate()
  const { tab } = await open(Desk, { debug: false })
  const words = closedGate()
  await tab.route('**/client-extras.js', async (route) => {
    await words.passed
    await route.continue()
  })
  await tab.reload()
  await connected(tab)
  await tab.fill('#title', 'Early')
  await tab.dblclick('#save')
  expect(await tab.textContent('#save')).toBe('Save it')
  words.open()
  await shows(tab, '#save', 'Saving…')
  gate.open()
  await shows(tab, 'ul', 'Early')
  await shows(tab, '#save', 'Save it')
})

test('who goes back during a submit finds a page that is free', {
  tags: ['A22', 'busy-locks'],
}, async () => {
  const { tab, server } = await desk()
  await tab.goto('about:blank')
  await tab.goto(server.address)
  await connected(tab)
  await tab.fill('#title', 'Left')
  await tab.click('#save')
  await tab.goBack()
  await tab.goForward()
  await connected(tab)
  expect(await tab.$$eval('[aria-busy], [aria-disabled]', (all) => all.length)).toBe(0)
  expect(await tab.textContent('#save')).toBe('Save it')
  gate.open()
  await tab.click('#press')
  await shows(tab, '#press', 'Press 1')
})

test('of two tabs only the one that I press in is locked', {
  tags: ['A22', 'busy-locks'],
}, async () => {
  const { tab, server } = await desk()
  const other = await browser().newPage()
  await other.goto(server.address)
  await connected(other)
  await tab.click('#press')
  expect(await marked(tab)).toEqual(['press'])
  expect(await marked(other)).toEqual([])
  await other.click('#press')
  gate.open()
  await shows(tab, '#press', 'Press 1')
  await shows(other, '#press', 'Press 1')
})
