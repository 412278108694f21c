/** Holds the rooms apart: who may import whom, no cycles, no file over 450 lines. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Room → rooms it may import. A room may always import itself; `doors` of other rooms are their index files. */
const ENGINE_BELOW_SESSION = [
  'engine/protocol',
  'engine/template',
  'engine/state',
  'engine/bus',
  'engine/observe',
  'engine/component',
  'engine/form',
  'engine/layout',
  'engine/diff',
]
const ALLOWED: Record<string, readonly string[]> = {
  'engine/protocol': [],
  'engine/template': ['engine/protocol'],
  'engine/state': ['engine/protocol'],
  'engine/bus': ['engine/protocol'],
  'engine/observe': ['engine/protocol'],
  'engine/component': ['engine/protocol', 'engine/template', 'engine/state', 'engine/bus'],
  // A living field like load() and stream(), and as large as the room of components around it.
  'engine/form': ['engine/protocol', 'engine/template', 'engine/state', 'engine/component'],
  'engine/layout': [
    'engine/protocol',
    'engine/template',
    'engine/state',
    'engine/bus',
    'engine/component',
  ],
  'engine/diff': ['engine/protocol', 'engine/template', 'engine/component'],
  'engine/session': ENGINE_BELOW_SESSION,
  'engine/http': [],
  'engine/server': [...ENGINE_BELOW_SESSION, 'engine/session', 'engine/http'],
  'engine/testing': [...ENGINE_BELOW_SESSION, 'engine/session', 'engine/server', 'wasm/client'],
  engine: [...ENGINE_BELOW_SESSION, 'engine/session', 'engine/server', 'engine/testing'],
  'wasm/assembly': ['engine/protocol'],
  'wasm/client': ['engine/protocol'],
  'playground/workspace': ['playground/container'],
  'playground/share': ['playground/workspace', 'playground/container'],
  'playground/editor': ['playground/workspace', 'playground/container'],
  'playground/container': [],
  'playground/preview': [],
  'playground/host': ['engine/http'],
  'playground/take-home': [],
  'playground/inspector': ['engine/protocol'],
  'playground/ui': [
    'playground/workspace',
    'playground/share',
    'playground/editor',
    'playground/container',
    'playground/preview',
    'playground/inspector',
    'playground/take-home',
    'engine/protocol',
  ],
  lessons: [],
  site: [
    'engine/http',
    'playground/ui',
    'playground/host',
    'playground/container',
    'playground/inspector',
    'playground/preview',
    // Links that open an example of the reference.
    'playground/share',
    'playground/workspace',
    'lessons',
  ],
}

/** Packages that a room may take from outside; rooms that are not named may take any that the project has. */
const PACKAGES: Record<string, RegExp> = {
  'engine/protocol': /^$/,
  'engine/template': /^$/,
  'engine/bus': /^(devalue|node:crypto)$/,
  'engine/state': /^(devalue|node:.*)$/,
  'engine/observe': /^(node:.*)$/,
  'engine/component': /^$/,
  'engine/form': /^$/,
  'engine/layout': /^node:(fs|http|path|url)$/,
  'engine/diff': /^$/,
  'engine/session': /^$/,
  'engine/http': /^node:.*$/,
  'engine/server': /^(ws|node:.*)$/,
  'engine/testing': /^(jsdom|dom-accessibility-api|node:.*)$/,
  engine: /^$/,
  'wasm/client': /^$/,
  lessons: /^telar(\/(server|testing))?$/,
}

/** What measures and proves the rest may import all of it; nothing of the rest imports it. */
const PROVING = ['test', 'bench', 'fuzz', 'scripts']

/** Whose rooms have doors, and who comes from outside. The client's halves read one source with the protocol. */
const WITH_DOORS = ['engine', 'playground']
const OUTSIDERS = ['site', 'playground', 'lessons']
const isDoor = (path: string) => path.endsWith('/index.ts')

interface Import {
  from: string
  to: string
  line: number
  /** Erased, so nothing is asked for when it runs. */
  ofTypes: boolean
}

const files = [
  'engine',
  'wasm/client',
  'wasm/assembly',
  'playground',
  'site',
  'lessons',
  'test',
  'bench',
  'fuzz',
  'scripts',
].flatMap((folder) => filesIn(join(root, folder)))
const imports = files.flatMap(importsOf)

test('rooms import downwards only, by the table of the design', () => {
  const breaches = imports.filter(({ from, to }) => {
    const room = roomOf(from)
    if (PROVING.includes(room)) return false
    if (to.startsWith('/')) {
      const target = roomOf(relative(root, to))
      return target !== room && !(ALLOWED[room] ?? []).includes(target)
    }
    const packages = PACKAGES[room]
    return packages !== undefined && !packages.test(packageOf(to, room))
  })
  expect(breaches.map(show)).toEqual([])
})

test('the engine declares every package that it imports, and none that it does not', () => {
  const { dependencies, peerDependencies } = JSON.parse(
    readFileSync(join(root, 'engine/package.json'), 'utf8'),
  )
  const taken = (isTaken: (room: string) => boolean) => {
    const rooms = imports.filter(({ from }) => from.startsWith('engine/') && isTaken(roomOf(from)))
    const packages = rooms.flatMap(({ from, to }) =>
      to.startsWith('/') || to.startsWith('node:') ? [] : packageOf(to, roomOf(from)),
    )
    return [...new Set(packages)].sort()
  }
  // A program that is only served installs no more than the first.
  expect(taken((room) => room !== 'engine/testing')).toEqual(Object.keys(dependencies))
  expect(taken((room) => room === 'engine/testing')).toEqual(Object.keys(peerDependencies))
})

test('`dependencies` are what a built site asks for when it runs, and the rest is for development', async () => {
  const config: { default: NextConfig } = await import(join(root, 'next.config.js'))
  const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))
  const next = join(root, 'node_modules/next')
  // Next leaves these out of what it builds, by its own list and by ours; next itself can't be bundled.
  const ownList = readFileSync(join(next, 'dist/lib/server-external-packages.jsonc'), 'utf8')
  const leftOut = [
    'next',
    ...config.default.serverExternalPackages!,
    // Reads its WebAssembly and its files of a new database from where it was installed.
    '@electric-sql/pglite',
    ...[...ownList.matchAll(/"([^"]+)"/g)].map((match) => match[1]!),
  ]
  const asked = reachedFrom(['site/server.ts', ...pages()]).flatMap(({ from, to }) =>
    to.startsWith('/') ? [] : packageOf(to, roomOf(from)),
  )
  const { peerDependencies, peerDependenciesMeta } = readJson('node_modules/next/package.json')
  const peers = Object.keys(peerDependencies).filter((it) => !peerDependenciesMeta[it]?.optional)
  // The server reads the files of fonts where they were installed.
  const places = readFileSync(join(root, 'site/lib/fixed-files.ts'), 'utf8')
  const fonts: string[] = places.match(/@fontsource[\w-]*\/[\w-]+/g)!
  // Link cards are drawn by a program that reads no variable fonts.
  const cards = readFileSync(join(root, 'site/app/link-cards/[lang]/[name]/route.tsx'), 'utf8')
  fonts.push(
    ...[...cards.matchAll(/\.\.\.read\('([\w-]+)'/g)].map((match) => `@fontsource/${match[1]}`),
  )
  const needed = new Set([...asked.filter((it) => leftOut.includes(it)), ...peers, ...fonts])
  expect(Object.keys(readJson('package.json').dependencies)).toEqual([...needed].sort())
})

test('what starts a built site asks for no package', () => {
  const asked = reachedFrom(['scripts/start.mjs']).map(({ to }) => to)
  expect(asked.filter((to) => !to.startsWith('/') && !to.startsWith('node:'))).toEqual([])
})

test('what is shipped imports neither tests, nor benchmarks, nor random pages, nor scripts', () => {
  const breaches = imports.filter(
    ({ from, to }) =>
      !PROVING.includes(roomOf(from)) && PROVING.includes(roomOf(relative(root, to))),
  )
  expect(breaches.map(show)).toEqual([])
})

test('outsiders enter a room by its door', () => {
  const breaches = imports.filter(({ from, to }) => {
    if (!to.startsWith('/')) return false
    const [of, into] = [from, relative(root, to)].map((path) => path.split('/')[0])
    return OUTSIDERS.includes(of!) && WITH_DOORS.includes(into!) && of !== into && !isDoor(to)
  })
  expect(breaches.map(show)).toEqual([])
})

test('the testing kit enters the client by its door', () => {
  const inside = imports.filter(
    ({ from, to }) =>
      from.startsWith('engine/') && relative(root, to).startsWith('wasm/client/') && !isDoor(to),
  )
  expect(inside.map(show)).toEqual([])
})

test('no file of a room imports an inner barrel', () => {
  const barrels = imports.filter(
    ({ from, to }) =>
      to.endsWith('/index.ts') &&
      roomOf(from) === roomOf(relative(root, to)) &&
      from.startsWith('engine/'),
  )
  expect(barrels.map(show)).toEqual([])
})

test('no file imports itself by way of others', () => {
  const graph = new Map<string, string[]>()
  for (const { from, to } of imports) {
    if (!to.startsWith('/')) continue
    const list = graph.get(from) ?? []
    list.push(relative(root, to))
    graph.set(from, list)
  }
  expect(cyclesIn(graph)).toEqual([])
})

test('no file is longer than 450 lines', () => {
  const long = files
    .filter((file) => !file.includes('/test/') && !/\/lessons\/[^/]+\/wrong\//.test(file))
    .map(
      (file) => [relative(root, file), readFileSync(file, 'utf8').split('\n').length - 1] as const,
    )
    .filter(([, lines]) => lines > 450)
  expect(long).toEqual([])
})

test('every file says in its first line which job it has', () => {
  const silent = files
    .filter(
      (file) =>
        /\.(ts|tsx|mjs)$/.test(file) &&
        // What the pages show as source begins with the source.
        !/\/(lessons|site\/examples|site\/guides\/examples)\//.test(file) &&
        !file.endsWith('.d.ts') &&
        !file.endsWith('.d.mts'),
    )
    .filter((file) => !/^(#!.*\n)?('use client'\n+)?\/\*\*/.test(readFileSync(file, 'utf8')))
    .map((file) => relative(root, file))
  expect(silent).toEqual([])
})

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts|mjs|js|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) => !/\/(node_modules|\.next|dist)\//.test(path) && !path.endsWith('next-env.d.ts'),
    )
}

// Types only are erased and can't make a cycle at run time; they still count as knowing another room.
function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  const found: Import[] = []
  for (const match of text.matchAll(
    /^(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|(?<=^[^*/]*\s)import\('([^']+)'\)/gm,
  )) {
    const to = match[1] ?? match[2]!
    found.push({
      from: relative(root, file),
      to: to.startsWith('.') ? join(dirname(file), to) : to,
      line: text.slice(0, match.index).split('\n').length,
      ofTypes: /^\w+ type\b/.test(match[0]),
    })
  }
  return found
}

/** All imports at run time of these files, and of those that they import. */
function reachedFrom(starts: readonly string[]): Import[] {
  const reached = new Set(starts)
  const found: Import[] = []
  for (const file of reached) {
    for (const it of imports) {
      if (it.from !== file || it.ofTypes) continue
      found.push(it)
      if (it.to.startsWith('/')) reached.add(relative(root, it.to))
    }
  }
  return found
}

const pages = () =>
  files.map((file) => relative(root, file)).filter((file) => file.startsWith('site/app/'))

function roomOf(path: string): string {
  const parts = path.split('/')
  if (parts[0] === 'engine' || parts[0] === 'wasm' || parts[0] === 'playground') {
    return parts.length > 2 ? `${parts[0]}/${parts[1]}` : parts[0]
  }
  return parts[0]!
}

const packageOf = (name: string, room: string) =>
  name.startsWith('node:') || room === 'lessons'
    ? name
    : name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/')

function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const cycles: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (file: string, way: readonly string[]) => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      cycles.push([...way.slice(way.indexOf(file)), file].join(' → '))
      return
    }
    state.set(file, 'open')
    for (const next of graph.get(file) ?? []) visit(next, [...way, file])
    state.set(file, 'done')
  }
  for (const file of graph.keys()) visit(file, [])
  return cycles
}

const show = ({ from, to, line }: Import) =>
  `${from}:${line} imports ${to.startsWith('/') ? relative(root, to) : to}`
