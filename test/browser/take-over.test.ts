/** Kills the server under a tab: another process takes the session up and the visitor loses nothing. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { connected, useBrowser } from './support/live-page.ts'

const { browser } = useBrowser()
const engine = fileURLToPath(new URL('../../dist/telar/', import.meta.url))

const PROGRAM = `
import { each, html, LiveComponent, page } from '${engine}index.js'
import { fileStore, serve, silentLogger } from '${engine}server.js'
class Desk extends LiveComponent {
  count = 0
  draft = ''
  rows = Array.from({ length: 40 }, (_, i) => ({ id: i, text: 'row ' + i }))
  add() { this.count += 1 }
  type(event) { this.draft = event.value }
  turn() { this.rows.reverse() }
  note() {
    this.driver.getDriverById('notes').addNode('<li>a note</li>')
    this.driver.getDriverById('state').setText('noted')
  }
  getTemplate() {
    return html\`
      <main>
        <button id="add" lv-click=\${this.add}>\${this.count}</button>
        <button id="turn" lv-click=\${this.turn}>turn</button>
        <input id="bound" lv-input=\${this.type} value=\${this.draft}>
        <button id="note" lv-click=\${this.note}>note</button><ul id="notes"></ul><b id="state"></b>
        <input id="free">
        <p>\${this.draft}</p>
        <div id="scroll" style="height: 100px; overflow: auto">\${each(this.rows, (row) => row.id, (row) => html\`<div class="row" data-id=\${row.id}>\${row.text}</div>\`)}</div>
      </main>\`
  }
}
await serve({
  pages: [page('/', Desk)],
  port: Number(process.argv[2]),
  store: fileStore(process.argv[3]),
  secret: 'a secret that both processes have',
  logger: silentLogger,
})
process.send('listening')
`

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function start(folder: string, port: number): Promise<ChildProcess> {
  const file = join(folder, 'program.mjs')
  writeFileSync(file, PROGRAM)
  const child = spawn(process.execPath, [file, String(port), join(folder, 'store')], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  return child
}

const killed = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.removeAllListeners('exit')
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })

test('A9 A10 A13 a server killed under a tab loses no click; focus, caret, typed text, scroll and rows stay', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'telar-take-over-'))
  const port = await freePort()
  let server = await start(folder, port)
  const tab = await browser().newPage()
  try {
    await tab.goto(`http://127.0.0.1:${port}`)
    await connected(tab)
    for (let i = 0; i < 5; i++) await tab.click('#add')
    await tab.fill('#bound', 'kept by the server')
    await tab.fill('#free', 'known to the page alone')
    await tab.click('#note')
    await tab.waitForFunction(() => document.querySelector('#state')!.textContent === 'noted')
    await tab.focus('#free')
    await tab.evaluate(() => {
      const field = document.querySelector('#free') as HTMLInputElement
      field.setSelectionRange(3, 7)
      document.querySelector('#scroll')!.scrollTop = 120
      document.querySelector('[data-id="20"]')!.setAttribute('data-mine', 'same element')
    })
    await tab.waitForFunction(
      () => document.querySelector('p')!.textContent === 'kept by the server',
    )
    await killed(server)
    // Clicks while nobody listens wait in the page.
    for (let i = 0; i < 3; i++)
      await tab.evaluate(() => (document.querySelector('#add') as HTMLElement).click())
    await tab.getByRole('status').filter({ hasText: /.+/ }).first().waitFor()
    server = await start(folder, port)
    await connected(tab)
    await tab.waitForFunction(() => document.querySelector('#add')!.textContent === '8')
    expect(
      await tab.evaluate(() => {
        const field = document.querySelector('#free') as HTMLInputElement
        return {
          bound: (document.querySelector('#bound') as HTMLInputElement).value,
          free: field.value,
          focused: document.activeElement === field,
          selection: [field.selectionStart, field.selectionEnd],
          scroll: document.querySelector('#scroll')!.scrollTop,
          row: document.querySelector('[data-id="20"]')!.getAttribute('data-mine'),
          rows: document.querySelectorAll('.row').length,
          notes: document.querySelectorAll('#notes li').length,
          state: document.querySelector('#state')!.textContent,
        }
      }),
    ).toEqual({
      bound: 'kept by the server',
      free: 'known to the page alone',
      focused: true,
      selection: [3, 7],
      scroll: 120,
      row: 'same element',
      rows: 40,
      notes: 1,
      state: 'noted',
    })
    await tab.click('#turn')
    await tab.waitForFunction(() => document.querySelector('.row')!.textContent === 'row 39')
    expect(await tab.getAttribute('[data-id="20"]', 'data-mine')).toBe('same element')
  } finally {
    await tab.close()
    await killed(server)
  }
})
