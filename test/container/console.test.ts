/** The console of a project in real processes: its order, what is dropped, what a superseded run says, and a lost workspace. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createContainer } from '../../playground/container/container.ts'
import type { Container } from '../../playground/container/types.ts'
import { engineFiles } from './support/engine-package.ts'
import { LocalMachine } from './support/local-machine.ts'
import { counter, project } from './support/projects.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const PATIENT = { timeout: 30_000 }
let container: Container
let boots = 0

beforeAll(async () => {
  const mounted = await engineFiles()
  container = createContainer({
    host: 'self',
    engineFiles: async () => mounted,
    bootContainer: () => {
      boots += 1
      return LocalMachine.boot()
    },
  })
})
afterAll(() => container.teardown())

const lines = () => container.getState().console.map(({ stream, text }) => `${stream} ${text}`)
const phase = () => container.getState().phase.name

test('console.log and console.error keep their order, also where a line is not finished', async () => {
  const prints = `
for (let i = 0; i < 200; i++) i % 3 ? console.log('line ' + i) : console.error('line ' + i)
process.stdout.write('open')
console.error('behind it')
console.log('end')`
  await container.run(project(counter(1) + prints))
  await expect.poll(() => lines().includes('out end'), PATIENT).toBe(true)
  const wanted = Array.from({ length: 200 }, (_, i) => `${i % 3 ? 'out' : 'err'} line ${i}`)
  expect(lines()).toEqual([...wanted, 'out open', 'err behind it', 'out end'])
})

test('lines that the console does not keep are counted, and Clear empties it', async () => {
  container.clearConsole()
  await container.update(project(`${counter(1)}\nfor (let i = 0; i < 1500; i++) console.log(i)`))
  await expect.poll(() => lines().at(-1), PATIENT).toBe('out 1499')
  expect(lines().length + container.getState().dropped).toBe(1500)
  container.clearConsole()
  expect(container.getState()).toMatchObject({ console: [], dropped: 0 })
})

test('a run that was superseded is silent', async () => {
  const failing = `${counter(1)}\nsetInterval(() => { throw new Error('of the old run') }, 5)`
  await container.update(project(failing))
  await expect.poll(() => container.getState().problems.length, PATIENT).toBe(1)
  await container.update(project(counter(2)))
  expect(container.getState().problems).toEqual([])
  const run = (container.getState().phase as { run: number }).run
  const { console: printed } = container.getState()
  expect(printed.filter((line) => line.run === run && line.text.includes('old run'))).toEqual([])
})

test.each([
  ['does not start', '  broken = this.no.such\n'],
  ['can’t be read', '  broken = this.no.\n'],
  ['starts and fails then', '  start() { this.no.such }\n'],
  ['fails once it serves', "  start() { setTimeout(() => { throw new Error('later') }, 50) }\n"],
])('half a line that %s leaves nothing in the console when it is finished', async (_how, half) => {
  await container.update(project(counter(1)))
  container.clearConsole()
  await container.update(project(counter(1).replace(/^ {2}count/m, `${half}  count`)))
  // Whoever looks at the page starts its component.
  const { phase } = container.getState()
  if ('url' in phase && phase.url) await fetch(phase.url)
  await expect.poll(() => container.getState().problems.length, PATIENT).toBe(1)
  await container.update(project(counter(2)))
  expect(container.getState()).toMatchObject({ problems: [], console: [] })
})

test('a slip in a JSON file is the reader’s, with its line', async () => {
  const source = `import list from './list.json' with { type: 'json' }\n${counter(1)}\nconsole.log(list)`
  await container.update(project(source, { 'list.json': '{\n  "a": 1,\n}\n' }))
  expect(container.getState().problems).toMatchObject([
    { owner: 'app', code: 'json', file: 'list.json', line: 3, column: 1 },
  ])
  await container.update(project(source, { 'list.json': '{\n  "a": 1\n}\n' }))
  expect(container.getState().problems).toEqual([])
})

test('code that deletes the whole workspace: the next edit brings the page back', async () => {
  const before = boots
  const deleting = `import { readdirSync, rmSync } from 'node:fs'
${counter(1)}
for (const name of readdirSync('.')) rmSync(name, { recursive: true, force: true })`
  await container.update(project(deleting))
  await container.update(project(counter(3), { 'style.css': 'p { color: red }' }))
  await expect.poll(phase, PATIENT).toBe('running')
  expect(boots).toBe(before + 1)
  const { url } = container.getState().phase as { url: string }
  expect(await (await fetch(url)).text()).toContain('Clicked')
  await container.update(project(counter(4)))
  expect(phase()).toBe('running')
  expect(boots).toBe(before + 1)
})

test.each([
  ['an object', '${{ a: 1 }}', /object.*fields/s],
  ['a promise', '${Promise.resolve(1)}', /promise.*load\(\)/s],
])('%s in a template is told with its line and what to write', async (_what, hole, sentence) => {
  const source = `import { html, LiveComponent } from 'telar'

export default class Page extends LiveComponent {
  getTemplate() {
    return html\`<p>
      ${hole}
    </p>\`
  }
}
`
  await container.update(project(source))
  const [problem] = container.getState().problems
  expect(problem).toMatchObject({ owner: 'app', file: 'counter.ts', component: 'Page' })
  expect(problem?.message).toMatch(sentence)
  expect([4, 5, 6]).toContain(problem?.line)
})

test('a field whose first value throws is told at its line', async () => {
  await container.update(project(counter(1).replace('= 0', '= JSON.parse("{")')))
  expect(container.getState().problems).toMatchObject([
    { owner: 'app', file: 'counter.ts', line: 4, message: expect.stringMatching(/^SyntaxError/) },
  ])
})
