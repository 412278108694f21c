/** What stands in a project: of a template, and of a reader's own code. */
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readParts } from '../../playground/take-home/parts.mjs'
import { type ProjectFiles, projectFiles } from '../../playground/take-home/project.ts'
import { projectName, readersFiles } from '../../playground/take-home/readers-code.ts'
import { TEMPLATE_NAMES, type TemplateName } from '../../playground/take-home/templates.ts'
import { zipProject } from '../../playground/take-home/zip.ts'

const parts = await readParts()
const engine = Uint8Array.of(1, 2, 3)
const project = (from: TemplateName) => projectFiles({ name: 'my-app', from, engine, parts })

const textOf = (files: ProjectFiles, path: string) => files.get(path) as string
const packageOf = (files: ProjectFiles) => JSON.parse(textOf(files, 'package.json'))

/** The packages that the code of a project imports. */
function imported(files: ProjectFiles): string[] {
  const code = [...files].filter(([path]) => /\.(m?[jt]s|tsx)$/.test(path))
  const names = code.flatMap(([, text]) =>
    [...(text as string).matchAll(/^(?:import|export) (?:[^'"]*? from )?'([^'.][^']*)'/gm)].map(
      ([, name]) => name!,
    ),
  )
  const packages = names
    .filter((name) => !name.startsWith('node:'))
    .map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)![0])
  return [...new Set(packages)].sort()
}

test.each(TEMPLATE_NAMES)('%s names the packages that it imports, and no others', (template) => {
  const files = project(template)
  const { dependencies, devDependencies } = packageOf(files)
  const named = Object.keys({ ...dependencies, ...devDependencies })
  // Types, a compiler and a peer are asked for by name alone.
  const unseen = /^(@types\/|typescript$|jsdom$|dom-accessibility-api$|react(-dom)?$)/
  expect(named.filter((name) => !unseen.test(name)).sort()).toEqual(
    imported(files).filter((name) => !unseen.test(name)),
  )
  expect(imported(files).filter((name) => !named.includes(name))).toEqual([])
})

test.each(TEMPLATE_NAMES)(
  '%s pins every version, and takes the engine from its folder',
  (template) => {
    const { dependencies, devDependencies } = packageOf(project(template))
    const { telar, ...others } = dependencies
    expect(telar).toBe(`file:./telar-${parts.engine}.tgz`)
    for (const version of Object.values({ ...others, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  },
)

test.each(TEMPLATE_NAMES)('%s has a guide that names the files that are there', (template) => {
  const files = project(template)
  const guide = textOf(files, 'README.md')
  expect(guide).toMatch(/^# my-app\n/)
  const named = [...guide.matchAll(/^\| `([\w.-]+\/?)` \|/gm)].map(([, path]) => path!)
  expect(named).toContain('server.ts')
  for (const path of named)
    expect(
      [...files.keys()].some((one) => one === path || one.startsWith(path)),
      path,
    ).toBe(true)
  expect(files.get(`telar-${parts.engine}.tgz`)).toBe(engine)
  expect(files.has('.gitignore')).toBe(true)
})

test.each([
  ['board', ['cards.json', 'cards.json.new']],
  ['next', ['.next/', 'next-env.d.ts', '*.tsbuildinfo']],
] as const)('what %s writes as it runs is kept out of its repository', (template, own) => {
  const ignored = textOf(project(template), '.gitignore').trimEnd().split('\n')
  expect(ignored).toEqual(['node_modules/', 'dist/', '.telar/', '.env', ...own])
  expect(textOf(project('empty'), '.gitignore')).toBe(parts.app['.gitignore'])
})

test('a component of a reader is shown at /, with all style sheets of the project', () => {
  const code = 'export default class Counter extends LiveComponent {}'
  const files = readersFiles({
    entry: 'my-counter.ts',
    files: { 'my-counter.ts': code, 'b.css': 'b {}', 'a.css': 'a {}', 'notes.md': '# Notes' },
  })
  expect(Object.keys(files)).toEqual([
    'src/my-counter.ts',
    'src/b.css',
    'src/a.css',
    'src/notes.md',
    'pages.ts',
    'pages.test.ts',
  ])
  expect(files['src/my-counter.ts']).toBe(code)
  expect(files['pages.ts']).toBe(`/** All pages, by their paths. */
import { page } from 'telar'
import style1 from './src/a.css'
import style2 from './src/b.css'
import view from './src/my-counter.ts'

export const pages = [page('/', view, { title: 'My counter', css: style1 + style2 })]
`)
})

test.each([
  "export default page('/', Home)",
  "export default [page('/', Home)]",
  "const all = [page('/', Home)]\nexport default all",
  "const all: Page[] = [\n  page('/', Home),\n]\n\nexport default all\n",
])('pages of a reader stay theirs: %j', (code) => {
  const files = readersFiles({ entry: 'home.ts', files: { 'home.ts': code, 'a.css': '' } })
  expect(files['pages.ts']).toContain(
    "export const pages = [view].flat().map((one) => ({ ...one, css: (one.css ?? '') + style }))",
  )
})

test.each([
  'export default class Home extends Layout {}',
  "export default new Layout('home', {})",
  'class Home extends LiveComponent {}\nexport default Home',
])('a component or a layout of a reader becomes a page: %j', (code) => {
  const files = readersFiles({ entry: 'home.ts', files: { 'home.ts': code } })
  expect(files['pages.ts']).toContain("export const pages = [page('/', view, { title: 'Home' })]")
})

test.each([
  ['counter.ts', 'counter-app'],
  ['MyBoard.v2.ts', 'myboard-v2-app'],
  ['telar.ts', 'telar-app'],
  ['___.ts', 'my-app'],
])('the project of %s is called %s', (entry, name) => {
  expect(projectName({ entry })).toBe(name)
})

test('a reader of Spanish pages gets the guide in Spanish', () => {
  const from = { entry: 'home.ts', files: { 'home.ts': '' } }
  const files = projectFiles({ name: 'home-app', from, engine, parts, lang: 'es' })
  expect(textOf(files, 'README.md')).toContain('Necesitas Node 20.19')
})

test('the file to download holds one folder, named as the project', () => {
  const files = project('empty')
  const unpacked = unzipSync(zipProject('my-app', files))
  expect(Object.keys(unpacked).sort()).toEqual(
    [...files.keys()].map((path) => `my-app/${path}`).sort(),
  )
  expect([...unpacked[`my-app/telar-${parts.engine}.tgz`]!]).toEqual([1, 2, 3])
  expect(new TextDecoder().decode(unpacked['my-app/package.json'])).toBe(
    textOf(files, 'package.json'),
  )
})
