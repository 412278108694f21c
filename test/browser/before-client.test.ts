/** What a visitor does while the client is still on its way. Each title is what they would say. */

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { each, html, LiveComponent } from '../../engine/index.ts'
import { hold } from '../support/hold.ts'
import { connected, useBrowser } from './support/live-page.ts'

const { open } = useBrowser()

class Desk extends LiveComponent {
  done: string[] = []
  name = ''
  note = (what: string) => {
    this.done.push(what)
  }
  getTemplate() {
    return html`<main>
      <button id="plus" lv-click=${() => this.note('plus')}><b>plus</b></button>
      <a id="link" href="/elsewhere" lv-click=${() => this.note('link')}>a link of ours</a>
      <a id="plain" href="#there">a link of the browser's</a>
      <input id="name" value=${this.name} lv-input=${(event: { value: string }) => {
        this.name = event.value
        this.note(`typed ${event.value}`)
      }}>
      <button id="save" lv-click=${() => this.note(`saved ${this.name}`)}>save</button>
      <input id="box" type="checkbox" lv-change=${(event: { checked: boolean }) =>
        this.note(`box ${event.checked}`)}>
      <form id="form" lv-submit=${(event: { form: object }) =>
        this.note(`sent ${JSON.stringify(event.form)}`)}>
        <input id="field" name="field"><button id="send" name="by" value="send">send</button>
      </form>
      <form id="own" action="#own"><button id="go">go</button></form>
      <ol>${each(
        this.done,
        (_, at) => at,
        (one) => html`<li>${one}</li>`,
      )}</ol>
    </main>`
  }
}

class Plain extends LiveComponent {
  n = 0
  getTemplate() {
    return html`<button id="plus" lv-click=${() => {
      this.n++
    }}>${this.n}</button>`
  }
}

/** Loads the page anew with the client held back, lets `act` do things, and lets the client come. */
async function before(tab: Page, act: () => Promise<unknown>, part = 'client.js') {
  const release = await hold(tab, `**/${part}`)
  await tab.reload({ waitUntil: 'commit' })
  await tab.waitForSelector('[data-lost]', { state: 'attached' })
  await act()
  release()
  await connected(tab)
}

const list = (tab: Page) => tab.locator('li').allTextContents()

test('two presses before the page was live count twice, and no third time', async () => {
  const { tab, complaints } = await open(Plain)
  await before(tab, async () => {
    await tab.click('#plus')
    await tab.click('#plus')
  })
  await expect.poll(() => tab.textContent('#plus')).toBe('2')
  await tab.click('#plus')
  await expect.poll(() => tab.textContent('#plus')).toBe('3')
  expect(complaints).toEqual([])
  await tab.close()
})

test('what I typed and then saved before the page was live is saved with what I typed', async () => {
  const { tab, complaints } = await open(Desk)
  await before(tab, async () => {
    await tab.fill('#name', 'Ada')
    await tab.click('#save')
    await tab.focus('#plus')
    await tab.keyboard.press('Enter')
    await tab.keyboard.press('Space')
  })
  await expect.poll(() => list(tab)).toEqual(['typed Ada', 'saved Ada', 'plus', 'plus'])
  await tab.click('#save')
  await expect.poll(() => list(tab)).toHaveLength(5)
  expect(complaints).toEqual([])
  await tab.close()
})

test('what I pressed while the rules for fields were under way comes behind what I typed', async () => {
  const { tab } = await open(Desk)
  await before(
    tab,
    async () => {
      await tab.fill('#name', 'Ada')
      await tab.click('#save')
    },
    'client-fields.js',
  )
  await expect.poll(async () => (await list(tab)).at(-1)).toBe('saved Ada')
  await tab.close()
})

test('a form that I sent and a box that I ticked before the page was live are heard, and the page stays', async () => {
  const { tab, complaints } = await open(Desk)
  await before(tab, async () => {
    await tab.check('#box')
    await tab.fill('#field', 'words')
    await tab.click('#send')
    await tab.click('#link')
  })
  const sent = 'sent {"field":"words","by":"send"}'
  await expect.poll(() => list(tab)).toEqual(['box true', sent, 'link'])
  expect(new URL(tab.url()).pathname + new URL(tab.url()).search).toBe('/')
  expect(complaints).toEqual([])
  await tab.close()
})

test('a link and a form that nobody hears are the browser’s before the page is live', async () => {
  const { tab } = await open(Desk)
  await before(tab, async () => {
    await tab.click('#plain')
    expect(new URL(tab.url()).hash).toBe('#there')
    await tab.click('#go')
    await tab.waitForURL(/#own$/, { waitUntil: 'commit' })
  })
  expect(await list(tab)).toEqual([])
  await tab.close()
})

test('a page whose own scripts may run hears early presses too', async () => {
  const { tab, complaints } = await open(Plain, { allowScript: true })
  await before(tab, () => tab.click('#plus'))
  await expect.poll(() => tab.textContent('#plus')).toBe('1')
  expect(complaints).toEqual([])
  await tab.close()
})
