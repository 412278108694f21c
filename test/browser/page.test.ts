/** Pages in a real browser: without script, with input that disagrees, with events of every kind. */
import { expect, test } from 'vitest'
import { each, html, LiveComponent, type LiveEvent, page } from '../../engine/index.ts'
import { serve, silentLogger } from '../../engine/server/index.ts'
import { useBrowser } from './support/live-page.ts'

const { open, browser } = useBrowser()

class Story extends LiveComponent {
  items = ['a & b', '<c>']
  getTemplate() {
    return html`
      <main>
        <h1>Story</h1>
        <table><tbody>${each(
          this.items,
          (item) => item,
          (item) => html`<tr><td>${item}</td></tr>`,
        )}</tbody></table>
        <a href="/next">next</a>
        <select value=${'two'}><option>one</option><option>two</option></select>
        <textarea>${'\nfirst line is empty'}</textarea>
      </main>
    `
  }
}

test('the first paint is complete without script: valid, escaped, with its choices made', {
  tags: ['A5', 'first-paint'],
}, async () => {
  const server = await serve({
    pages: [page('/deep/:id', Story, { title: 'A < B', lang: 'es' })],
    port: 0,
    prefix: '/below',
    logger: silentLogger,
  })
  const context = await browser().newContext({ javaScriptEnabled: false })
  const tab = await context.newPage()
  await tab.goto(`${server.address}/below/deep/7`)
  expect(await tab.title()).toBe('A < B')
  expect(await tab.locator('html').getAttribute('lang')).toBe('es')
  expect(await tab.locator('td').allTextContents()).toEqual(['a & b', '<c>'])
  expect(await tab.locator('select').inputValue()).toBe('two')
  expect(await tab.locator('textarea').inputValue()).toBe('\nfirst line is empty')
  expect(await tab.locator('a').getAttribute('href')).toBe('/next')
  expect(await tab.evaluate(() => document.compatMode)).toBe('CSS1Compat')
  await context.close()
  await server.close()
})

class Fields extends LiveComponent {
  digits = ''
  chosen = 'one'
  ticked = false
  keys: string[] = []
  sent = ''
  out = 0
  quiet = ''
  onlyDigits(event: LiveEvent) {
    this.digits = event.value.replace(/\D/g, '')
  }
  choose(event: LiveEvent) {
    this.chosen = event.value
  }
  tick(event: LiveEvent) {
    this.ticked = event.checked
  }
  key(event: LiveEvent) {
    this.keys.push(event.key)
  }
  send(event: LiveEvent) {
    this.sent = JSON.stringify(event.form)
    this.digits = ''
  }
  outside() {
    this.out += 1
  }
  calm(event: LiveEvent) {
    this.quiet += `${event.value};`
  }
  getTemplate() {
    return html`
      <form lv-submit=${this.send}>
        <input id="digits" name="digits" lv-input=${this.onlyDigits} value=${this.digits}>
        <input name="tag" value="x"><input name="tag" value="y">
        <input id="tick" name="tick" type="checkbox" lv-change=${this.tick} checked=${this.ticked}>
        <select id="choose" name="choose" lv-change=${this.choose} value=${this.chosen}><option>one</option><option>two</option></select>
        <input id="keys" lv-keydown=${this.key} lv-key="Enter Escape" lv-prevent>
        <input id="calm" lv-input=${this.calm} lv-debounce="1000">
        <button>send</button>
      </form>
      <p id="menu" lv-click=${this.outside} lv-outside>menu</p>
      <output id="state">${JSON.stringify({ ...this })}</output>
    `
  }
}

const stateOf = (tab: { textContent(selector: string): Promise<string | null> }) =>
  tab.textContent('#state').then((text) => JSON.parse(text!))

test('input, change, submit, keys, outside and debounce reach their handlers with what they carry', {
  tags: ['A7', 'field-events'],
}, async () => {
  const { tab, complaints } = await open(Fields)
  await tab.locator('#digits').pressSequentially('1a2b')
  await tab.waitForFunction(
    () => (document.querySelector('#digits') as HTMLInputElement).value === '12',
  )
  await tab.check('#tick')
  await tab.selectOption('#choose', 'two')
  await tab.focus('#keys')
  await tab.keyboard.press('a')
  await tab.keyboard.press('Escape')
  await tab.keyboard.press('Enter')
  await tab.locator('#calm').pressSequentially('abc', { delay: 5 })
  await tab.waitForFunction(() =>
    document.querySelector('#state')!.textContent!.includes('"quiet":"abc;"'),
  )
  await tab.click('#menu')
  await tab.click('#state')
  await tab.waitForFunction(() => document.querySelector('#state')!.textContent!.includes('"out":'))
  expect(await stateOf(tab)).toMatchObject({
    digits: '12',
    chosen: 'two',
    ticked: true,
    keys: ['Escape', 'Enter'],
    quiet: 'abc;',
  })
  await tab.click('button')
  await tab.waitForFunction(() =>
    document.querySelector('#state')!.textContent!.includes('"sent":"{'),
  )
  const state = await stateOf(tab)
  expect(JSON.parse(state.sent)).toEqual({
    digits: '12',
    tag: ['x', 'y'],
    tick: 'on',
    choose: 'two',
  })
  expect(await tab.inputValue('#digits')).toBe('')
  expect(state.out).toBeGreaterThan(0)
  expect(complaints).toEqual([])
})
