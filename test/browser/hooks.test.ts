/** Scripts of the page beside the engine: hooks, subtrees of their own, and what comes into sight. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { each, html, LiveComponent, type LiveEvent } from '../../engine/index.ts'
import { startDesk } from './support/desk.ts'
import { useBrowser } from './support/live-page.ts'

const { open, browser } = useBrowser()

class Charts extends LiveComponent {
  names = ['a', 'b']
  unit = 'kg'
  picked = ''
  rotate() {
    this.names.reverse()
  }
  add() {
    this.names.push('c')
  }
  drop() {
    this.names.shift()
  }
  convert() {
    this.unit = 'lb'
  }
  pick(event: LiveEvent) {
    this.picked = `${event.dataset.name} ${JSON.stringify(event.detail)}`
  }
  tell() {
    this.push('zoom', { to: 2 })
  }
  getTemplate() {
    return html`
      <main>
        <button id="turn" lv-click=${this.rotate}>turn</button>
        <button id="add" lv-click=${this.add}>add</button>
        <button id="drop" lv-click=${this.drop}>drop</button>
        <button id="convert" lv-click=${this.convert}>convert</button>
        <button id="tell" lv-click=${this.tell}>tell</button>
        <p>${this.picked}</p>
        ${each(
          this.names,
          (name) => name,
          (name) =>
            html`<div lv-hook="chart" lv-pick=${this.pick} data-name=${name} data-unit=${this.unit} lv-ignore></div>`,
        )}
      </main>
    `
  }
}

const HOOKS = `
  window.log = []
  window.telar = { hooks: { chart: {
    mounted(element, api) {
      log.push('mounted ' + element.dataset.name)
      element.innerHTML = '<canvas></canvas>'
      element.firstChild.onclick = () => api.push('pick', [1, 2])
      api.on('zoom', (detail) => log.push('zoom ' + element.dataset.name + ' ' + detail.to))
    },
    updated: (element) => log.push('updated ' + element.dataset.name + ' ' + element.dataset.unit),
    destroyed: (element) => log.push('destroyed ' + element.dataset.name),
    disconnected: (element) => log.push('disconnected ' + element.dataset.name),
    reconnected: (element) => log.push('reconnected ' + element.dataset.name),
  } } }
`

const log = (tab: Page) => tab.evaluate(() => (window as unknown as { log: string[] }).log)
const says = (tab: Page, ...wanted: string[]) =>
  tab.waitForFunction(
    (lines) => lines.every((line) => (window as unknown as { log: string[] }).log.includes(line)),
    wanted,
  )

test('a hook lives with its element: painted, inserted, moved, changed and taken out', {
  tags: ['A7', 'client-hooks'],
}, async () => {
  const { tab, complaints } = await open(Charts, {
    allowScript: true,
    head: `<script>${HOOKS}</script>`,
  })
  await says(tab, 'mounted a', 'mounted b')
  await tab.click('#turn')
  await tab.waitForFunction(
    () => document.querySelector<HTMLElement>('[lv-hook]')!.dataset.name === 'b',
  )
  await tab.click('#add')
  await says(tab, 'mounted c')
  await tab.click('#convert')
  await says(tab, 'updated b lb', 'updated a lb', 'updated c lb')
  await tab.click('#drop')
  await says(tab, 'destroyed b')
  expect((await log(tab)).sort()).toEqual([
    'destroyed b',
    'mounted a',
    'mounted b',
    'mounted c',
    'updated a lb',
    'updated b lb',
    'updated c lb',
  ])
  expect(await tab.locator('canvas').count()).toBe(2)
  expect(complaints).toEqual([])
})

test('a hook’s push reaches the handler of its element, and the server’s reaches the hook', {
  tags: ['A7', 'client-hooks'],
}, async () => {
  const { tab } = await open(Charts, { allowScript: true, head: `<script>${HOOKS}</script>` })
  await says(tab, 'mounted b')
  await tab.locator('canvas').nth(1).dispatchEvent('click')
  await tab.waitForFunction(() => document.querySelector('p')!.textContent === 'b [1,2]')
  await tab.click('#tell')
  await says(tab, 'zoom a 2', 'zoom b 2')
})

test('a hook that is registered by a script that comes late is mounted then', {
  tags: ['A7'],
}, async () => {
  const { tab } = await open(Charts, { allowScript: true })
  await tab.route('**/late.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: HOOKS }),
  )
  await tab.addScriptTag({ url: '/late.js' })
  await says(tab, 'mounted a', 'mounted b')
})

test('a hook and what stands in an ignored element outlive a killed server; attributes follow it', {
  tags: ['A7', 'A10', 'client-hooks', 'ignored-subtrees'],
}, async () => {
  const desk = await startDesk()
  const tab = await browser().newPage()
  try {
    await tab.addInitScript(HOOKS)
    await tab.goto(`${desk.address}/chart`)
    await tab.waitForFunction(() => document.documentElement.dataset.telar === 'connected')
    await tab.waitForSelector('#chart canvas')
    await tab.evaluate(() => Object.assign(document.querySelector('canvas')!, { mine: true }))
    await desk.kill()
    await says(tab, 'disconnected undefined')
    await tab.evaluate(() => document.querySelector<HTMLElement>('#add')!.click())
    await desk.start()
    await tab.waitForSelector('#chart[data-count="1"]')
    await says(tab, 'reconnected undefined')
    expect(await tab.evaluate(() => 'mine' in document.querySelector('canvas')!)).toBe(true)
    expect((await log(tab)).filter((line) => line.startsWith('mounted'))).toHaveLength(1)
    expect(await tab.innerHTML('#chart')).toBe('<canvas></canvas>')
  } finally {
    await tab.close()
    await desk.kill()
  }
})

class Feed extends LiveComponent {
  seen: string[] = []
  rows = 3
  enter(event: LiveEvent) {
    this.seen.push(`enter ${event.dataset.id}`)
    if (event.dataset.id === 'end' && this.rows < 9) this.rows += 3
  }
  leave(event: LiveEvent) {
    this.seen.push(`leave ${event.dataset.id}`)
  }
  getTemplate() {
    return html`
      <main>
        <div id="list" style="height: 100px; overflow: auto">
          <div data-id="top" lv-enter=${this.enter} lv-leave=${this.leave}>top</div>
          ${each(
            Array.from({ length: this.rows }, (_, i) => i),
            (i) => i,
            (i) => html`<div style="height: 60px">${i}</div>`,
          )}
          <div data-id="end" lv-enter=${this.enter}>end</div>
        </div>
        <output>${this.seen.join()}</output>
      </main>
    `
  }
}

test('viewport: what comes into sight and goes out of it is told, and an endless list grows', {
  tags: ['A7', 'viewport'],
}, async () => {
  const { tab } = await open(Feed)
  const seen = (text: string) =>
    tab.waitForFunction((wanted) => document.querySelector('output')!.textContent === wanted, text)
  await seen('enter top')
  const list = tab.locator('#list')
  await list.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  await tab.waitForFunction(() => document.querySelectorAll('#list > div').length === 8)
  await list.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  await tab.waitForFunction(() => document.querySelectorAll('#list > div').length === 11)
  expect((await tab.textContent('output'))!.split(',').sort()).toEqual([
    'enter end',
    'enter end',
    'enter top',
    'leave top',
  ])
})
