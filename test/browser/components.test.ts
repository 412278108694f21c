/** Slots, streams, loads and lazy components in Chromium, over a take-over by another server. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  each,
  html,
  LiveComponent,
  lazy,
  load,
  mount,
  page,
  stream,
  type View,
} from '../../engine/index.ts'
import { fileStore, serve, silentLogger } from '../../engine/server/index.ts'
import { connected, useBrowser } from './support/live-page.ts'

const { browser } = useBrowser()

const line = (id: number) => ({ id, text: `line ${id}` })

class Panel extends LiveComponent<{ children: View }> {
  folds = 0
  fold() {
    this.folds += 1
  }
  getTemplate() {
    return html`<section><button id="fold" lv-click=${this.fold}>${this.folds}</button>${this.props.children}</section>`
  }
}

class Chart extends LiveComponent<{ points: number }> {
  zoom = 1
  getTemplate() {
    return html`<button id="zoom" lv-click=${() => this.zoom++}>${this.props.points} × ${this.zoom}</button>`
  }
}

const LazyChart = lazy(async () => ({ default: Chart }))

class Page extends LiveComponent {
  n = 0
  opened = ''
  user = load(async () => 'Ada')
  lines = stream((one: { id: number; text: string }) => one.id, { refill: (ids) => ids.map(line) })
  start() {
    this.lines.append(line(1), line(2), line(3))
  }
  getTemplate() {
    return html`<main><p id="user">${this.user.value}</p><p id="opened">${this.opened}</p>
      <button id="append" lv-click=${() => this.lines.append(line(this.lines.size + 1))}>append</button>
      ${mount(Panel, {
        children: html`<button id="add" lv-click=${() => this.n++}>${this.n}</button><input id="free">
          <ol>${each(
            this.lines,
            (one) =>
              html`<li data-id=${one.id} lv-click=${() => {
                this.opened = one.text
              }}>${one.text}</li>`,
          )}</ol>`,
      })}${mount(LazyChart, { points: 7 }, html`<em>Loading…</em>`)}</main>`
  }
}

test('a slot, a stream, a load and a lazy child stand through a take-over in a browser', {
  tags: ['A1', 'A10', 'A16'],
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'telar-components-'))
  const start = (port: number) =>
    serve({
      pages: [page('/', Page)],
      port,
      store: fileStore(folder),
      secret: 'a secret that both servers have',
      logger: silentLogger,
    })
  let server = await start(0)
  const tab = await browser().newPage()
  const text = (id: string, wanted: string) =>
    tab.waitForFunction(
      ([id, wanted]) => document.querySelector(id!)?.textContent === wanted,
      [id, wanted],
    )
  try {
    await tab.goto(server.address)
    await connected(tab)
    await text('#user', 'Ada')
    await tab.click('#add')
    await tab.click('#fold')
    await tab.click('#zoom')
    await tab.click('#append')
    await text('li:last-child', 'line 4')
    await tab.click('li[data-id="2"]')
    await text('#opened', 'line 2')
    await tab.fill('#free', 'typed')
    await tab.evaluate(() => {
      for (const id of ['#free', '#zoom', 'li[data-id="3"]'])
        document.querySelector(id)!.setAttribute('data-mine', 'same element')
    })
    const port = Number(new URL(server.address).port)
    await server.close()
    await tab.waitForFunction(() => document.documentElement.dataset.telar !== 'connected')
    server = await start(port)
    await connected(tab)
    for (const id of ['#add', '#fold', '#zoom', '#append', 'li[data-id="3"]']) await tab.click(id)
    await text('#opened', 'line 3')
    await text('li:last-child', 'line 5')
    expect(
      await tab.evaluate(() => ({
        user: document.querySelector('#user')!.textContent,
        add: document.querySelector('#add')!.textContent,
        fold: document.querySelector('#fold')!.textContent,
        zoom: document.querySelector('#zoom')!.textContent,
        free: (document.querySelector('#free') as HTMLInputElement).value,
        kept: document.querySelectorAll('[data-mine]').length,
      })),
    ).toEqual({ user: 'Ada', add: '2', fold: '2', zoom: '7 × 3', free: 'typed', kept: 3 })
  } finally {
    await tab.close()
    await server.close()
  }
})
