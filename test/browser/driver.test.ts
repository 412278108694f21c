/** The driver in a real browser: every write arrives as sent, every read answers. */
import { expect, test } from 'vitest'
import {
  type Component,
  ComponentDriver,
  html,
  LiveComponent,
  mount,
  page,
} from '../../engine/index.ts'
import { memoryStore, serve, silentLogger } from '../../engine/server/index.ts'
import { connected, useBrowser } from './support/live-page.ts'

const { open, browser } = useBrowser()

class Driven extends LiveComponent {
  answers: unknown[] = []
  failures: string[] = []
  count = 0
  add() {
    this.count += 1
  }
  write() {
    const field = this.driver.getDriverById('field')
    field.fillValue('')
    this.driver.fillValueById('other', 0)
    this.driver.getDriverById('text').setText('a < b & "c"')
    this.driver.getDriverById('html').setHTML('<b>bold</b>')
    this.driver.getDriverById('box').setProperty('indeterminate', true)
    this.driver.getDriverById('box').setProperty('tabIndex', 0)
    this.driver.getDriverById('style').setStyle('color', 'rgb(1, 2, 3)')
    this.driver.getDriverById('list').addNode('<li>two</li>')
    this.driver.getDriverById('list').addNode('<li>three</li>')
    this.driver.getDriverById('gone').remove()
    this.driver.getDriverById('number').setValue(1.75)
  }
  async read() {
    this.answers = [
      await this.driver.getValue('other'),
      await this.driver.getText('text'),
      await this.driver.getHTML('html'),
      await this.driver.getStyle('color', 'style'),
      await this.driver.getProperty('indeterminate', 'box'),
      await this.driver.getProperty('tabIndex', 'box'),
      await this.driver.getValue('number'),
    ]
    const found = await this.driver.getElementById('html')
    found.setText('')
    this.failures.push(await this.driver.getValue('nowhere').then(String, (error) => error.code))
    this.failures.push(
      await this.driver.getElementById('nowhere').then(String, (error) => error.code),
    )
  }
  getTemplate() {
    return html`
      <div>
        <button id="write" lv-click=${this.write}>write</button>
        <button id="read" lv-click=${this.read}>read</button>
        <button id="add" lv-click=${this.add}>${this.count}</button>
        <input id="field" value="first"><input id="other"><input id="number"><input id="box" type="checkbox">
        <p id="text"></p><p id="html"></p><p id="style">x</p>
        <ul id="list"><li>one</li></ul><p id="gone">gone</p>
        <pre id="answers">${JSON.stringify(this.answers)}</pre>
        <pre id="failures">${JSON.stringify(this.failures)}</pre>
      </div>
    `
  }
}

test('driver writes arrive as they were sent, and reads answer with what stands in the page', {
  tags: ['A2', 'A8', 'driver-writes', 'damaged-values'],
}, async () => {
  const { tab, complaints } = await open(Driven)
  await tab.click('#write')
  await tab.waitForFunction(() => document.querySelectorAll('#list li').length === 3)
  expect(
    await tab.evaluate(() => ({
      field: (document.querySelector('#field') as HTMLInputElement).value,
      other: (document.querySelector('#other') as HTMLInputElement).value,
      number: (document.querySelector('#number') as HTMLInputElement).value,
      text: document.querySelector('#text')!.textContent,
      html: document.querySelector('#html')!.innerHTML,
      list: document.querySelector('#list')!.textContent,
      gone: document.querySelector('#gone'),
    })),
  ).toEqual({
    field: '',
    other: '0',
    number: '1.75',
    text: 'a < b & "c"',
    html: '<b>bold</b>',
    list: 'onetwothree',
    gone: null,
  })
  await tab.click('#read')
  await tab.waitForFunction(() => document.querySelector('#failures')!.textContent !== '[]')
  expect(await tab.textContent('#answers')).toBe(
    JSON.stringify(['0', 'a < b & "c"', '<b>bold</b>', 'rgb(1, 2, 3)', true, 0, '1.75']),
  )
  expect(await tab.textContent('#failures')).toBe(
    JSON.stringify(['read-not-found', 'read-not-found']),
  )
  expect(await tab.textContent('#html')).toBe('')
  expect(complaints).toEqual([])
})

class Overwritten extends LiveComponent {
  replace() {
    this.driver.setHTML('<i>replaced</i>')
  }
  getTemplate() {
    return html`<section><button lv-click=${this.replace}>go</button>${mount(Counter)}</section>`
  }
}

class Counter extends LiveComponent {
  static ended = 0
  unmounted() {
    Counter.ended += 1
  }
  getTemplate() {
    return html`<b>child</b>`
  }
}

test('writing over a region that holds components unmounts them', {
  tags: ['A2', 'overwritten-regions'],
}, async () => {
  Counter.ended = 0
  const { tab, complaints } = await open(Overwritten)
  await tab.click('button')
  await tab.waitForFunction(
    () => document.querySelector('section')!.innerHTML === '<i>replaced</i>',
  )
  expect(Counter.ended).toBe(1)
  expect(complaints).toEqual([])
})

/** A component without the base class: the interface of three, with a driver of its own. */
class Plain implements Component {
  readonly driver = new ComponentDriver(this)
  count = 0
  constructor() {
    this.driver.on('add', () => {
      this.count += 1
    })
  }
  getTemplate() {
    return html`<button lv-click=${() => this.driver.executeEvent('add')}>${this.count}</button>`
  }
  getDriver() {
    return this.driver
  }
}

test('a component without the base class is driven by its own driver', {
  tags: ['A1', 'A2'],
}, async () => {
  const { tab } = await open(Plain)
  await tab.click('button')
  await tab.waitForFunction(() => document.querySelector('button')!.textContent === '1')
  expect(browser().isConnected()).toBe(true)
})

class Filled extends LiveComponent {
  fill() {
    this.driver.fillValueById('field', 'given')
  }
  getTemplate() {
    return html`<button lv-click=${this.fill}>fill</button><input id="field" />`
  }
}

test('what a visitor typed over a driver’s value stays when another process takes the page up', {
  tags: ['A2', 'A10'],
}, async () => {
  const serving = { store: memoryStore(), secret: 'one for both' }
  const { server, tab } = await open(Filled, {}, serving)
  await tab.click('button')
  await tab.waitForFunction(
    () => (document.querySelector('#field') as HTMLInputElement).value === 'given',
  )
  await tab.fill('#field', 'typed')
  await server.close()
  await tab.waitForFunction(() => document.documentElement.dataset.telar !== 'connected')
  const pages = [page('/', Filled, { debug: true })]
  const next = await serve({ pages, port: server.port, logger: silentLogger, ...serving })
  await connected(tab)
  expect(await tab.inputValue('#field')).toBe('typed')
  await tab.close()
  await next.close()
})

class Scripted extends LiveComponent {
  evaluate() {
    this.driver.evalScript("document.title = 'written by a script'")
    this.driver.getDriverById('done').setText('done')
  }
  getTemplate() {
    return html`<div><button lv-click=${this.evaluate}>go</button><b id="done"></b></div>`
  }
}

async function evaluated(options: { allowScript?: boolean }) {
  const { tab, complaints } = await open(Scripted, { title: 'first', ...options })
  const warnings: string[] = []
  tab.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text())
  })
  await tab.click('button')
  await tab.waitForFunction(() => document.querySelector('#done')!.textContent === 'done')
  return { title: await tab.title(), warnings, complaints }
}

test('a page that allows scripts runs what a driver evaluates', {
  tags: ['A2', 'A8'],
}, async () => {
  expect(await evaluated({ allowScript: true })).toEqual({
    title: 'written by a script',
    warnings: [],
    complaints: [],
  })
})

test('a page that does not allow scripts runs none, reports that, and goes on', {
  tags: ['A2', 'A8'],
}, async () => {
  expect(await evaluated({})).toEqual({
    title: 'first',
    warnings: [
      expect.stringMatching(
        /^telar drive-failed: .*evalScript.*this page does not allow scripts from drivers\.$/,
      ),
    ],
    complaints: [],
  })
})
