/** What is marked, locked and taken back in the testing kit, as in Chromium: the kit runs the shipped client. */
import { afterEach, expect, test } from 'vitest'
import { html, LiveComponent, type LiveEvent, toggleClass } from '../../engine/index.ts'
import { visit } from '../../engine/testing/index.ts'

let open = () => {}
let passed = Promise.resolve()
const close = () => {
  passed = new Promise((resolve) => {
    open = resolve
  })
}
afterEach(() => open())

class Desk extends LiveComponent {
  saved: string[] = []
  pressed = 0
  save = async ({ form }: LiveEvent) => {
    await passed
    this.saved = [...this.saved, `${form.title}`]
  }
  press = async () => {
    await passed
    this.pressed++
  }
  fail = async () => {
    await passed
    throw new Error('no disk')
  }
  getTemplate() {
    return html`<main>
      <form lv-submit=${this.save}><input name="title"><button id="save" lv-busy="Saving…">Save <b>it</b></button></form>
      <button id="press" lv-click=${this.press}>${this.pressed}</button>
      <button id="fail" lv-click=${this.fail} lv-do-click=${toggleClass('on')}>fail</button>
      <p>${this.saved.join()}</p></main>`
  }
}

test('a form that is sent twice is saved once, and shows so until it is', {
  tags: ['A22', 'A23', 'busy-locks', 'pending-marks'],
}, async () => {
  const tab = await visit(Desk)
  close()
  await tab.fill('input', 'A letter')
  const first = tab.click('#save')
  await shown(() => tab.has('form[lv-pending][aria-busy=true]'))
  expect(tab.text('#save')).toBe('Saving…')
  expect(tab.has('#save[aria-disabled=true]')).toBe(true)
  const second = tab.press('input', 'Enter')
  open()
  await Promise.all([first, second])
  expect(tab.state.saved).toEqual(['A letter'])
  expect(tab.text('#save')).toBe('Save it')
  expect(tab.has('[lv-pending], [aria-busy], [aria-disabled]')).toBe(false)
})

test('a press without a connection is marked until it is answered', {
  tags: ['A10', 'A23', 'pending-marks'],
}, async () => {
  const tab = await visit(Desk)
  open()
  await tab.disconnect()
  await tab.click('#press')
  expect(tab.has('#press[lv-pending]')).toBe(true)
  await tab.reconnect()
  expect(tab.text('#press')).toBe('1')
  expect(tab.has('[lv-pending]')).toBe(false)
})

test('what a command did for a handler that fails is taken back', {
  tags: ['A22', 'A23', 'optimistic-commands'],
}, async () => {
  const tab = await visit(Desk)
  close()
  const pressed = tab.click('#fail')
  await shown(() => tab.has('#fail.on[lv-pending]'))
  open()
  await expect(pressed).rejects.toThrow('no disk')
  expect(tab.has('#fail.on')).toBe(false)
  expect(tab.has('[lv-pending]')).toBe(false)
})

/** Once the event has left; the handler waits. */
async function shown(is: () => boolean) {
  for (let i = 0; i < 100 && !is(); i++) await new Promise((resolve) => setImmediate(resolve))
  expect(is()).toBe(true)
}
