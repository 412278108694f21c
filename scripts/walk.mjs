/**
 * `npm run walk [-- --list]`: follows one click of a counter through the engine, from the socket's message to its frame. `--list` prints
 * each call into another file. The last line reads `files N, functions N, most entered N`: engine files and functions that ran, and
 * how often the file that was called most was called from other files.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import ts from 'typescript'
import { root } from './prepare.mjs'

const engine = join(root, 'engine')
const outfile = join(root, 'dist/walk/walk.mjs')

/** Follows the click. `calls`: in order, each function that ran and the engine file that called it (or `undefined`). */
export async function walk() {
  const names = []
  mkdirSync(join(outfile, '..'), { recursive: true })
  await build({
    stdin: { contents: PROGRAM, resolveDir: root, sourcefile: 'walk.ts', loader: 'ts' },
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    plugins: [{ name: 'each function says that it runs', setup: noteCalls(names) }],
  })
  const files = filesByLine(readFileSync(outfile, 'utf8'))
  const steps = []
  globalThis.walked = (id) => {
    if (globalThis.isWalking) steps.push({ ...names[id], from: callerOf(files) })
  }
  const { click } = await import(pathToFileURL(outfile).href)
  await click()
  return steps
}

/** Puts a call of `walked` in front of the body of each function of the engine. */
function noteCalls(names) {
  return ({ onLoad }) => {
    onLoad({ filter: /\/engine\/.*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
      const file = relative(engine, path)
      const marks = []
      const visit = (node) => {
        if (ts.isFunctionLike(node) && node.body) {
          const name = nameOf(node)
          const { line } = source.getLineAndCharacterOfPosition(node.getStart())
          const call = `walked(${names.push({ file, name, line: line + 1 }) - 1})`
          if (!ts.isBlock(node.body)) {
            marks.push([node.body.getStart(), `(${call},`], [node.body.end, ')'])
          } else marks.push([afterSuper(node.body), `;${call};`])
        }
        ts.forEachChild(node, visit)
      }
      visit(source)
      return { loader: 'ts', contents: withMarks(text, marks), resolveDir: join(path, '..') }
    })
  }
}

function withMarks(text, marks) {
  let contents = text
  // From the end, so that places stay true; of two at one place the inner one first.
  const sorted = marks
    .map((mark, i) => ({ mark, i }))
    .sort((a, b) => b.mark[0] - a.mark[0] || a.i - b.i)
  for (const { mark } of sorted) {
    contents = contents.slice(0, mark[0]) + mark[1] + contents.slice(mark[0])
  }
  return contents
}

/** Where a body begins; in a constructor behind `super(…)`. */
function afterSuper(body) {
  const first = body.statements.find((statement) => /^super\(/.test(statement.getText()))
  return first ? first.end : body.getStart() + 1
}

function nameOf(node) {
  if (ts.isConstructorDeclaration(node)) return 'constructor'
  if (node.name) return node.name.getText()
  const { parent } = node
  return parent && (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent))
    ? parent.name.getText()
    : '=>'
}

/** esbuild writes each file's path above it. */
function filesByLine(bundle) {
  let file
  return bundle.split('\n').map((line) => {
    const path = /^\/\/ (\S+\.(?:ts|mjs|js))$/.exec(line)?.[1]
    if (path) file = path.startsWith('engine/') ? path.slice('engine/'.length) : undefined
    return file
  })
}

function callerOf(files) {
  const { prepareStackTrace, stackTraceLimit } = Error
  Error.stackTraceLimit = 20
  Error.prepareStackTrace = (_, sites) => sites
  const sites = new Error().stack
  Error.prepareStackTrace = prepareStackTrace
  Error.stackTraceLimit = stackTraceLimit
  const own = sites.filter(
    (site) => site.getFileName()?.endsWith('/walk.mjs') || site.getFileName()?.startsWith('file:'),
  )
  // callerOf, walked, the function, and who called it.
  const caller = own[3]
  if (!caller?.getFileName().endsWith('/dist/walk/walk.mjs')) return undefined
  return files[caller.getLineNumber() - 1]
}

const PROGRAM = `
import { WebSocket } from 'ws'
import { html, LiveComponent, page } from './engine/index.ts'
import { memoryStore, serve, silentLogger } from './engine/server/index.ts'
import { encodeMessage } from './engine/protocol/event.ts'
import { UP_ACK, UP_EVENT, UP_HELLO } from './engine/protocol/opcodes.ts'
import { EVENT_NAMES } from './engine/protocol/names.ts'

class Counter extends LiveComponent {
  count = 0
  add() { this.count++ }
  getTemplate() { return html\`<button lv-click=\${this.add}>\${this.count}</button>\` }
}

export async function click() {
  const server = await serve({ pages: [page('/', Counter)], port: 0, store: memoryStore(), logger: silentLogger })
  const document = await (await fetch(server.address)).text()
  const { token, epoch, ws } = JSON.parse(/id="telar">(.*?)</.exec(document)[1])
  const socket = new WebSocket(server.address.replace('http', 'ws') + ws, ['telar.2.bin'], { origin: server.address })
  let arrived
  socket.on('message', () => arrived?.())
  const next = () => new Promise((resolve) => { arrived = resolve })
  await new Promise((resolve) => socket.once('open', resolve))
  let answer = next()
  socket.send(encodeMessage(UP_HELLO, [], { token, epoch, frame: 0, seq: 0, path: '/' }))
  await answer
  const slot = Number(/lv-click="(\\d+)"/.exec(document)[1])
  // The first ones prepare what later ones find.
  for (let seq = 1; seq <= 3; seq++) {
    const message = encodeMessage(UP_EVENT, [0, slot, EVENT_NAMES.indexOf('click'), seq, seq])
    answer = next()
    globalThis.isWalking = seq === 3
    socket.send(message)
    await answer
    globalThis.isWalking = false
  }
  socket.terminate()
  await server.close()
}
`

/** How many files and functions ran, how often each file was called from other ones, and the most of these. */
export function summary(steps) {
  const functions = new Set(steps.map(({ file, name, line }) => `${file}:${line} ${name}`))
  const entries = new Map()
  for (const { file, from } of steps) {
    entries.set(file, (entries.get(file) ?? 0) + (from === file ? 0 : 1))
  }
  const most = Math.max(...entries.values())
  return { entries, files: entries.size, functions: functions.size, most }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const steps = await walk()
  if (process.argv.includes('--list')) {
    for (const { file, name, line, from } of steps) {
      console.log(`${from === file ? '  ' : `${from ?? ''} → `}${file}:${line} ${name}`)
    }
  }
  const { entries, files, functions, most } = summary(steps)
  for (const [file, times] of [...entries].sort((a, b) => b[1] - a[1])) {
    console.log(`${String(times).padStart(4)} × ${file}`)
  }
  console.log(`files ${files}, functions ${functions}, most entered ${most}`)
}
