/** What a visitor does and the server does not know of: composed words, fields filled in silence, what is open or plays. Each title is what a visitor would say. */

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { html, LiveComponent, page as pageOf } from '../../engine/index.ts'
import { memoryStore, serve, silentLogger } from '../../engine/server/index.ts'
import type { LiveEvent } from '../../engine/template/template-value.ts'
import { hold } from '../support/hold.ts'
import { connected, useBrowser } from './support/live-page.ts'

const { browser, open } = useBrowser()

const shows = (tab: Page, selector: string, text: string) =>
  tab.waitForFunction(
    ([at, wanted]) => document.querySelector(at!)?.textContent === wanted,
    [selector, text],
  )

class Chat extends LiveComponent {
  draft = ''
  sent: string[] = []
  keys = 0
  type = (e: LiveEvent) => {
    this.draft = e.value
  }
  send = () => {
    this.sent = [...this.sent, this.draft]
  }
  count = () => {
    this.keys++
  }
  getTemplate() {
    return html`<main>
      <input id="line" lv-input=${this.type} lv-keydown=${this.send} lv-key="Enter">
      <p id="draft">${this.draft}</p><p id="sent">${this.sent.join('|')}</p>
      <button id="count" lv-click=${this.count}>${this.keys}</button>
    </main>`
  }
}

test('the Enter that chooses a word of my input method does not send what I write', async () => {
  const { tab } = await open(Chat)
  await tab.focus('#line')
  const devtools = await tab.context().newCDPSession(tab)
  await devtools.send('Input.imeSetComposition', {
    text: 'に',
    selectionStart: 1,
    selectionEnd: 1,
  })
  // As Chromium and Firefox tell of it, and as Safari does, which ends the composition first.
  await tab.evaluate(() => {
    const field = document.querySelector('#line')!
    const enter = { key: 'Enter', code: 'Enter', bubbles: true }
    field.dispatchEvent(new KeyboardEvent('keydown', { ...enter, isComposing: true }))
    field.dispatchEvent(new KeyboardEvent('keydown', { ...enter, keyCode: 229 }))
  })
  await devtools.send('Input.insertText', { text: '日本' })
  await shows(tab, '#draft', '日本')
  await tab.click('#count')
  await shows(tab, '#count', '1')
  expect(await tab.textContent('#sent')).toBe('')
  // An Enter that is meant for the page sends it.
  await tab.focus('#line')
  await tab.keyboard.press('Enter')
  await shows(tab, '#sent', '日本')
  await tab.close()
})

class Payloads extends LiveComponent {
  heard: string[] = []
  note =
    (what: string, ...names: (keyof LiveEvent)[]) =>
    (e: LiveEvent) => {
      const brought = JSON.stringify(names.map((name) => e[name]))
      this.heard = [...this.heard, `${what} ${brought}`]
    }
  getTemplate() {
    return html`<main>
      <select id="many" multiple lv-change=${this.note('many', 'value', 'values')}><option>a</option><option>b</option><option>c</option></select>
      <x-stars id="stars" lv-change=${this.note('stars', 'value')}></x-stars>
      <div id="free" contenteditable lv-input=${this.note('free', 'value')}>one</div>
      <details id="more" lv-toggle=${this.note('more', 'open')}><summary>more</summary>text</details>
      <div id="far" style="height: 50px; width: 50px; overflow: auto" lv-scroll=${this.note('far', 'x', 'y')}><div style="height: 900px; width: 900px"></div></div>
      <form id="form" lv-change=${this.note('form', 'value', 'form')}><input name="inside" value="1"></form>
      <input id="outside" form="form" name="outside">
      <ul id="heard">${this.heard.map((line) => html`<li>${line}</li>`)}</ul>
    </main>`
  }
}

test('what I choose, rate, write, open and scroll arrives as what it is, with or without a form', async () => {
  const { tab } = await open(Payloads)
  const last = async (wanted: string) =>
    expect
      .poll(async () => (await tab.locator('#heard li').allTextContents()).at(-1), {
        timeout: 10_000,
      })
      .toBe(wanted)
  await tab.selectOption('#many', ['a', 'c'])
  await last('many ["a",["a","c"]]')
  await tab.evaluate(() => {
    const stars = document.querySelector('#stars')!
    Object.assign(stars, { value: 4 })
    stars.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await last('stars ["4"]')
  await tab.evaluate(() => {
    const free = document.querySelector('#free')!
    free.innerHTML = 'one<br>two'
    free.dispatchEvent(new InputEvent('input', { bubbles: true }))
  })
  await last('free ["one\\ntwo"]')
  await tab.click('#more summary')
  await last('more [true]')
  await tab.evaluate(() => document.querySelector('#far')!.scrollTo(30, 120))
  await last('far [30,120]')
  await tab.fill('#outside', 'beside')
  await tab.locator('#outside').blur()
  await last('form ["beside",{"inside":"1","outside":"beside"}]')
  await tab.close()
})

class Links extends LiveComponent {
  presses = 0
  press = () => {
    this.presses++
  }
  getTemplate() {
    return html`<main>
      <a id="here" href="/?here" lv-click=${this.press}>here</a>
      <a id="new" href="/?new" target="_blank" lv-click=${this.press}>new</a>
      <p>${this.presses}</p>
    </main>`
  }
}

test('a link that I open in a new tab opens there, however I do it; a plain press is the page’s', async () => {
  const { tab } = await open(Links)
  const opens = async (act: () => Promise<void>) => {
    const [fresh] = await Promise.all([tab.context().waitForEvent('page'), act()])
    // It begins as an empty page, which counts as loaded.
    await fresh.waitForURL(({ protocol }) => protocol !== 'about:')
    const { search } = new URL(fresh.url())
    await fresh.close()
    return search
  }
  expect(await opens(() => tab.click('#here', { modifiers: ['Control'] }))).toBe('?here')
  expect(await opens(() => tab.click('#here', { button: 'middle' }))).toBe('?here')
  await tab.click('#here')
  await shows(tab, 'p', '1')
  expect(new URL(tab.url()).search).toBe('')
  expect(await opens(() => tab.click('#new'))).toBe('?new')
  // It opens beside the page, which hears of it.
  await shows(tab, 'p', '2')
  await tab.close()
})

class Silent extends LiveComponent {
  name = 'given'
  agree = false
  turns = 0
  type = (e: LiveEvent) => {
    this.name = e.value
  }
  tick = (e: LiveEvent) => {
    this.agree = e.checked
  }
  rotate = () => {
    this.turns++
  }
  getTemplate() {
    return html`<main>
      <input id="name" value=${this.name} lv-input=${this.type}>
      <input id="agree" type="checkbox" checked=${this.agree} lv-change=${this.tick}>
      <input id="free" value=${`free ${this.turns}`}>
      <p>${this.name} ${this.agree ? 'agrees' : 'does not'}</p>
      <button lv-click=${this.rotate}>${this.turns}</button>
    </main>`
  }
}

test('what I type and tick before the page is live is heard, and nothing writes over it', async () => {
  const { tab, server } = await open(Silent)
  const release = await hold(tab, '**/client.js')
  await tab.goto(server.address, { waitUntil: 'commit' })
  await tab.fill('#name', 'typed early')
  await tab.check('#agree')
  await tab.fill('#free', 'mine')
  release()
  await connected(tab)
  await shows(tab, 'p', 'typed early agrees')
  await tab.click('button')
  await shows(tab, 'button', '1')
  expect(await tab.inputValue('#name')).toBe('typed early')
  expect(await tab.inputValue('#free')).toBe('mine')
  expect(await tab.isChecked('#agree')).toBe(true)
  await tab.close()
})

test('what a password manager fills in without a word is heard when I leave the field', async () => {
  const { tab } = await open(Silent)
  await tab.focus('#name')
  await tab.evaluate(() => {
    document.querySelector<HTMLInputElement>('#name')!.value = 'filled in'
  })
  await tab.locator('#name').blur()
  await shows(tab, 'p', 'filled in does not')
  await tab.close()
})

test('after Back what stands in the fields is what the page says', async () => {
  const { tab, server } = await open(Silent)
  await tab.fill('#name', 'before')
  await shows(tab, 'p', 'before does not')
  await tab.goto('about:blank')
  await tab.goBack()
  await tab.waitForURL(server.address + (server.address.endsWith('/') ? '' : '/'))
  await connected(tab)
  await expect
    .poll(async () => (await tab.textContent('p'))!.startsWith(await tab.inputValue('#name')), {
      timeout: 10_000,
    })
    .toBe(true)
  await tab.close()
})

class Sliders extends LiveComponent {
  volume = 150
  later = false
  bring = () => {
    this.later = true
  }
  louder = () => {
    this.volume = 250
  }
  getTemplate() {
    const both = (prefix: string, most: number) => html`
      <input id="${prefix}-first" type="range" value=${this.volume} max=${most}>
      <input id="${prefix}-last" max=${most} value=${this.volume} type="range">`
    return html`<main>
      ${both('painted', this.volume + 50)}
      ${this.later ? both('later', this.volume + 50) : ''}
      <button id="bring" lv-click=${this.bring}>bring</button>
      <button id="louder" lv-click=${this.louder}>louder</button>
      <p>${this.volume} ${this.later ? 'true' : 'false'}</p>
    </main>`
  }
}

test('a slider shows its value though its limit is written after it, painted first, come later or changed', async () => {
  const { tab } = await open(Sliders)
  const values = () =>
    tab.$$eval('input', (all) => all.map((one) => (one as HTMLInputElement).value))
  expect(await values()).toEqual(['150', '150'])
  await tab.click('#bring')
  await shows(tab, 'p', '150 true')
  expect(await values()).toEqual(['150', '150', '150', '150'])
  await tab.click('#louder')
  await shows(tab, 'p', '250 true')
  expect(await values()).toEqual(['250', '250', '250', '250'])
  await tab.close()
})

class Opened extends LiveComponent {
  open = false
  turns = 0
  rotate = () => {
    this.turns++
  }
  close = () => {
    this.open = true
    this.turns++
  }
  getTemplate() {
    return html`<main>
      <details id="details" open=${this.open}><summary>more</summary>text</details>
      <input id="nobody" type="checkbox" checked=${false}>
      <dialog id="dialog"><input id="inside"></dialog>
      <div id="far" style="height: 50px; overflow: auto"><div style="height: 900px"></div></div>
      <video id="video" muted loop></video>
      <button id="turn" lv-click=${this.rotate}>${this.turns}</button>
      <button id="set" lv-click=${this.close}>set</button>
    </main>`
  }
}

test('what I opened, ticked, scrolled, play and am asked stands when another process takes the page up, until the server says something new', async () => {
  const store = memoryStore()
  const start = (port: number) =>
    serve({
      pages: [pageOf('/', Opened)],
      port,
      store,
      secret: 'one secret for both processes',
      logger: silentLogger,
    })
  let server = await start(0)
  const port = Number(new URL(server.address).port)
  const tab = await browser().newPage()
  await tab.goto(server.address)
  await connected(tab)
  await tab.click('summary')
  await tab.check('#nobody')
  await tab.evaluate(async () => {
    document.querySelector('#far')!.scrollTop = 200
    const canvas = document.createElement('canvas')
    canvas.getContext('2d')!.fillRect(0, 0, 10, 10)
    const video = document.querySelector<HTMLVideoElement>('#video')!
    video.muted = true
    video.srcObject = canvas.captureStream(10)
    await video.play()
    document.querySelector<HTMLDialogElement>('#dialog')!.showModal()
    document.querySelector<HTMLInputElement>('#inside')!.value = 'half'
  })
  await server.close()
  await tab.waitForFunction(() => document.documentElement.dataset.telar !== 'connected')
  server = await start(port)
  await connected(tab)
  const press = (id: string) => tab.evaluate((id) => document.getElementById(id)!.click(), id)
  await press('turn')
  await shows(tab, '#turn', '1')
  expect(
    await tab.evaluate(() => ({
      open: document.querySelector<HTMLDetailsElement>('#details')!.open,
      ticked: document.querySelector<HTMLInputElement>('#nobody')!.checked,
      scroll: document.querySelector('#far')!.scrollTop,
      plays: !document.querySelector<HTMLVideoElement>('#video')!.paused,
      modal: document.querySelector('#dialog')!.matches(':modal'),
      inside: document.querySelector<HTMLInputElement>('#inside')!.value,
    })),
  ).toEqual({ open: true, ticked: true, scroll: 200, plays: true, modal: true, inside: 'half' })
  // The visitor closes it; then the server says that it is open, which is new.
  await tab.evaluate(() => {
    document.querySelector<HTMLDetailsElement>('#details')!.open = false
  })
  await press('set')
  await tab.waitForFunction(() => document.querySelector<HTMLDetailsElement>('#details')!.open)
  await tab.close()
  await server.close()
})
