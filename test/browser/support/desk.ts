/** Runs a page in a process of its own, which a test can kill. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const engine = fileURLToPath(new URL('../../../dist/telar/', import.meta.url))

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
class Chart extends LiveComponent {
  count = 0
  add() { this.count += 1 }
  getTemplate() {
    return html\`
      <main>
        <button id="add" lv-click=\${this.add}>add</button>
        <div id="chart" lv-hook="chart" lv-ignore data-count=\${this.count}><i>first</i></div>
      </main>\`
  }
}
await serve({
  pages: [page('/', Desk), page('/chart', Chart)],
  port: Number(process.argv[2]),
  store: fileStore(process.argv[3]),
  secret: 'a secret that both processes have',
  logger: silentLogger,
})
process.send('listening')
`

export interface Desk {
  address: string
  /** Starts it again over the same store. */
  start(): Promise<void>
  kill(): Promise<void>
}

/** Serves the desk; its store and its port outlive each of its processes. */
export async function startDesk(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'telar-desk-'))
  const file = join(folder, 'program.mjs')
  writeFileSync(file, PROGRAM)
  const port = await freePort()
  let child: ChildProcess
  const desk: Desk = {
    address: `http://127.0.0.1:${port}`,
    async start() {
      child = spawn(process.execPath, [file, String(port), join(folder, 'store')], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
      await new Promise<void>((resolve, reject) => {
        child.once('message', () => resolve())
        child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
      })
    },
    kill: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit')
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
  await desk.start()
  return desk
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
