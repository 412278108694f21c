/** Each template as somebody gets it who has nothing but the packed command: made in an empty folder, tested, built, served. */
import { execFile } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { TEMPLATE_NAMES, type TemplateName } from '../../playground/take-home/templates.ts'
import { findGuide } from '../../site/lib/guides.ts'
import { textOf } from '../guides/text.ts'
import { walk } from '../lessons/mdx.ts'
import { launchChromium } from '../support/chromium.ts'
import { started } from './support/program.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)
const outside = mkdtempSync(join(tmpdir(), 'telar-home-'))
/** All projects stand in it; what any of them needs is installed here once, where Node looks for it. */
const together = join(outside, 'together')
const folderOf = (template: TemplateName) => join(together, 'projects', `my-${template}`)

let creator = ''
let command = ''

const create = (args: readonly string[], cwd = outside) =>
  run(process.execPath, [command, ...args], { cwd, env: { ...process.env, ...QUICK } })
const npm = (args: readonly string[], cwd: string) => run('npm', args, { cwd })
/** What a command that fails has printed. */
const refused = async (running: Promise<unknown>) => {
  const { code, stderr } = await running.then(
    () => expect.fail('It succeeded.'),
    (error: { code: number; stderr: string }) => error,
  )
  expect(code).toBe(1)
  return stderr.trim()
}

/** `npm test`, on a machine on which others work. */
const PATIENT = ['test', '--', '--testTimeout=60000']

const QUICK = { npm_config_prefer_offline: 'true', npm_config_audit: 'false' }

beforeAll(async () => {
  const { stdout } = await run(process.execPath, [join(root, 'scripts/pack.mjs'), outside])
  creator = stdout.trim().split('\n').at(-2)!
  await run('tar', ['-xzf', creator], { cwd: outside })
  command = join(outside, 'package/bin.cjs')
  for (const template of TEMPLATE_NAMES)
    await create([folderOf(template), '--template', template, '--no-install'])
  await installTogether()
})

afterAll(() => rmSync(outside, { recursive: true }))

/** One installation for all: the packages that each project names, at the same versions. */
async function installTogether() {
  const all: Record<string, string> = {}
  for (const template of TEMPLATE_NAMES) {
    const text = readFileSync(join(folderOf(template), 'package.json'), 'utf8')
    const { dependencies, devDependencies } = JSON.parse(text)
    Object.assign(all, dependencies, devDependencies)
  }
  const engine = readdirSync(folderOf('empty')).find((name) => name.endsWith('.tgz'))!
  all.telar = `file:./projects/my-empty/${engine}`
  const about = { private: true, type: 'module', dependencies: all }
  writeFileSync(join(together, 'package.json'), JSON.stringify(about))
  await npm(['install', '--prefer-offline', '--no-audit', '--no-fund'], together)
}

test('the two commands of the guide make a program that runs, with npx and an empty folder', {
  tags: ['A25', 'project-templates'],
}, async () => {
  const empty = mkdtempSync(join(outside, 'empty-'))
  // npx takes a path for an archive only if it is relative.
  cpSync(creator, join(empty, basename(creator)))
  const npx = ['--yes', `./${basename(creator)}`, 'my-app', '--template', 'board']
  const { stdout } = await run('npx', npx, { cwd: empty, env: { ...process.env, ...QUICK } })
  expect(stdout).toContain('cd my-app\nnpm start')
  const app = join(empty, 'my-app')
  await npm(PATIENT, app)
  const program = await started('npm', ['start'], app)
  onTestFinished(program.end)
  expect(await (await fetch(program.address)).text()).toContain('<h1>Board</h1>')
})

test.each(TEMPLATE_NAMES)(
  '%s passes its own tests, has no error of types, builds and serves',
  {
    tags: ['A25', 'project-templates'],
  },
  async (template) => {
    const folder = folderOf(template)
    await npm(['run', 'build'], folder)
    await Promise.all([npm(PATIENT, folder), npm(['run', 'check'], folder)])
    const program = await started(process.execPath, ['dist/server.js'], folder)
    onTestFinished(program.end)
    const page = await fetch(program.address)
    expect(page.status).toBe(200)
    expect(await page.text()).toMatch(/<h1>(A counter|Book a table|Board|Welcome)<\/h1>/)
  },
)

test.each(['express', 'fastify', 'hono', 'next'] as const)(
  'inside %s the live page knows who has given a name, and a cookie of one’s own making is nobody’s',
  { tags: ['A25', 'adapters'] },
  async (template) => {
    const program = await started(process.execPath, ['dist/server.js'], folderOf(template))
    onTestFinished(program.end)
    const at = (path: string) => `${program.address}${path}`
    const desk = async (cookie: string) =>
      (await fetch(at('/desk'), { headers: { cookie } })).text()
    const post = (headers: Record<string, string>) =>
      fetch(at('/name'), {
        method: 'POST',
        headers,
        body: new URLSearchParams({ name: ' Ada ' }),
        redirect: 'manual',
      })
    const answer = await post({ origin: program.address })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/desk')
    const [cookie] = answer.headers.get('set-cookie')!.split(';')
    expect(await desk(cookie!)).toMatch(/Ada(<[^>]*>)*’s desk/)
    expect(await desk('name=Ada')).toContain('Who are you?')
    expect(await desk('')).toContain('Who are you?')
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect((await post(foreign)).status).toBe(403)
  },
)

test('the guide, followed to the letter, gives an app that passes its test, fits its types and is built', {
  tags: ['A25', 'project-templates'],
}, async () => {
  const app = join(together, 'projects', 'my-guide')
  await create([app, '--template', 'empty', '--no-install'])
  const blocks = [...walk(textOf('take-home', 'en').tree)].filter(
    ({ type, meta }) => type === 'code' && meta,
  )
  expect(blocks.map(({ meta }) => meta)).toEqual([
    'src/counter.ts',
    'src/guest-book.ts',
    'pages.ts',
    'src/guest-book.test.ts',
  ])
  for (const { meta, value } of blocks) writeFileSync(join(app, meta!), `${value}\n`)
  const [, before, after] =
    /change `([^`]+)` to `([^`]+)` in `src\/counter\.ts`/.exec(findGuide('take-home')!.text) ?? []
  const counter = readFileSync(join(app, 'src/counter.ts'), 'utf8')
  writeFileSync(join(app, 'src/counter.ts'), counter.replace(before!, after!))
  const { stdout } = await npm(PATIENT, app)
  expect(stdout).toMatch(/Tests .*4 passed/)
  await npm(['run', 'check'], app)
  await npm(['run', 'build'], app)
  const program = await started(process.execPath, ['dist/server.js'], app)
  onTestFinished(program.end)
  expect(await (await fetch(`${program.address}/guests`)).text()).toContain('<h1>Guest book</h1>')
})

test('an open page goes on after npm start has been stopped and run again', async () => {
  const folder = folderOf('empty')
  const first = await started('npm', ['start'], folder)
  onTestFinished(first.end)
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  await page.goto(first.address)
  await page.evaluate(() => Object.assign(globalThis, { stayed: true }))
  const press = () => page.getByRole('button').click()
  const shows = (hasText: string) => page.locator('output').filter({ hasText }).waitFor()
  await press()
  await shows('1')
  await first.end()
  const second = await started('npm', ['start'], folder, first.port)
  onTestFinished(second.end)
  await press()
  await shows('2')
  expect(await page.evaluate(() => 'stayed' in globalThis)).toBe(true)
})

test('what a newcomer gets wrong is told with its remedy, and without the stack of the bundler', async () => {
  const folder = join(together, 'projects', 'my-mistakes')
  await create([folder, '--template', 'empty', '--no-install'])
  const file = join(folder, 'src/counter.ts')
  const code = readFileSync(file, 'utf8')

  writeFileSync(
    file,
    `import { a } from '@nobody/nothing/deep'\n${code.replace('count = 0', 'count = a')}`,
  )
  const failed = await refused(npm(['run', 'build'], folder))
  expect(failed).toContain('counter.ts:1:')
  expect(failed).toMatch(/Run: npm install @nobody\/nothing$/m)
  expect(failed).not.toMatch(/node_modules|as external/)

  writeFileSync(file, code.replace('${this.add}', '${this.add()}'))
  const program = await started('npm', ['run', 'dev'], folder)
  onTestFinished(program.end)
  const page = await fetch(program.address)
  expect(await page.text()).toContain('Expected a function at lv-click, received undefined.')

  writeFileSync(file, `${code}\nz.object({})\n`)
  const told = 'Correct the error above and save the file: it starts again.'
  await vi.waitFor(() => expect(program.printed()).toContain(told), 60_000)
  expect(program.printed()).toContain('z is not defined')

  writeFileSync(file, code)
  const opens = async () => expect((await fetch(program.address)).status).toBe(200)
  await vi.waitFor(opens, 60_000)
  expect(program.printed().split(told)).toHaveLength(2)
})

test('one file of the build runs alone, where no package is', async () => {
  const alone = mkdtempSync(join(tmpdir(), 'telar-alone-'))
  onTestFinished(() => rmSync(alone, { recursive: true }))
  const code = readFileSync(join(folderOf('form'), 'dist/server.js'))
  writeFileSync(join(alone, 'server.mjs'), code)
  const program = await started(process.execPath, ['server.mjs'], alone)
  onTestFinished(program.end)
  expect(await (await fetch(program.address)).text()).toContain('<h1>Book a table</h1>')
})

test('a change while the dev server runs is shown in the open page, which keeps its state', {
  tags: ['A25', 'dev-server'],
}, async () => {
  const folder = folderOf('empty')
  const file = join(folder, 'src/counter.ts')
  const code = readFileSync(file, 'utf8')
  const program = await started('npm', ['run', 'dev'], folder)
  onTestFinished(program.end)
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  await page.goto(program.address)
  const shows = (selector: string, hasText: string) =>
    page.locator(selector).filter({ hasText }).waitFor()
  // A document that is loaded anew would not have it.
  await page.evaluate(() => Object.assign(globalThis, { stayed: true }))
  const press = () => page.getByRole('button').click()
  await press()
  await press()
  await shows('output', '2')

  const began = performance.now()
  writeFileSync(file, code.replace('<h1>A counter', '<h1>A better counter'))
  await shows('h1', 'A better counter')
  console.log(`A change shows after ${Math.round(performance.now() - began)} ms.`)
  expect(await page.locator('output').textContent()).toBe('2')
  await press()
  await shows('output', '3')

  writeFileSync(file, code.replace('count = 0', 'count = = 0'))
  await vi.waitFor(() => expect(program.printed()).toContain('counter.ts:5:'), 60_000)
  // What could be built last goes on.
  await press()
  await shows('output', '4')

  writeFileSync(file, code)
  await shows('h1', 'A counter')
  expect(await page.locator('output').textContent()).toBe('4')
  expect(await page.evaluate(() => 'stayed' in globalThis)).toBe(true)
})

test('without a terminal what is missing is asked for by name, and nothing is written', async () => {
  const empty = mkdtempSync(join(outside, 'empty-'))
  expect(await refused(create([], empty))).toBe(
    'Expected a folder and --template, received none, and there is no terminal to ask in. Write, for example: create-telar my-app --template empty',
  )
  expect(await refused(create(['my-app'], empty))).toContain('Expected --template, received none')
  expect(await refused(create(['My App', '-t', 'form'], empty))).toContain('Write my-app.')
  expect(readdirSync(empty)).toEqual([])
})

test('a folder that has something in it stays as it is', async () => {
  const full = join(mkdtempSync(join(outside, 'full-')), 'shop')
  mkdirSync(full)
  writeFileSync(join(full, 'thesis.txt'), 'years of work')
  expect(await refused(create([full, '-t', 'empty', '--no-install']))).toContain(
    `received ${full}, which contains thesis.txt.`,
  )
  expect(readdirSync(full)).toEqual(['thesis.txt'])
})

test('where the registry can’t be reached the project is whole, and a sentence says what to do', async () => {
  const empty = mkdtempSync(join(outside, 'empty-'))
  const env = {
    ...process.env,
    // A port that nobody listens at, and a cache in which nothing is.
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_cache: join(empty, 'cache'),
  }
  const args = [command, 'my-app', '--template', 'empty']
  const said = await refused(run(process.execPath, args, { cwd: empty, env }))
  expect(said).toMatch(/^Expected npm install to end well, received: .+\. The project is written\./)
  expect(readdirSync(join(empty, 'my-app'))).toContain('README.md')
  expect(readdirSync(join(empty, 'my-app'))).not.toContain('node_modules')
})

test('an older Node is told which one is needed', async () => {
  const old = join(outside, 'old.cjs')
  writeFileSync(
    old,
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })",
  )
  expect(await refused(run(process.execPath, ['--require', old, command, 'my-app']))).toBe(
    'Expected Node 20.19 or newer, received 18.20.4. Install a newer one from https://nodejs.org.',
  )
})

test('the guide of the command is what it takes', async () => {
  const { stdout } = await create(['--help'])
  for (const template of TEMPLATE_NAMES) expect(stdout).toContain(template)
  expect(basename(creator)).toMatch(/^create-telar-\d+\.\d+\.\d+\.tgz$/)
})
