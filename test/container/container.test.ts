/** A project runs, changes and fails in real processes, with the real engine. */
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createContainer } from '../../playground/container/container.ts'
import type { MountFiles } from '../../playground/container/engine-files.ts'
import type { Container, Phase, Problem } from '../../playground/container/types.ts'
import { ReturningVisitor } from '../support/tabs/returning-visitor.ts'
import { engineFiles } from './support/engine-package.ts'
import { LocalMachine } from './support/local-machine.ts'
import { counter, project } from './support/projects.ts'

vi.setConfig({ testTimeout: 60_000 })

const PATIENT = { timeout: 15_000 }

let mounted: MountFiles
const tabs: ReturningVisitor[] = []
const containers: Container[] = []
let machine: LocalMachine
let common: Container | undefined

beforeAll(async () => {
  mounted = await engineFiles()
})
afterAll(() => common?.teardown())
afterEach(async () => {
  for (const tab of tabs.splice(0)) tab.close()
  await Promise.all(containers.splice(0).map((container) => container.teardown()))
})

function makeContainer(): Container {
  return createContainer({
    host: 'self',
    engineFiles: async () => mounted,
    bootContainer: async () => (machine = await LocalMachine.boot()),
  })
}

function startContainer(): Container {
  const container = makeContainer()
  containers.push(container)
  return container
}

/** The counter, running in a container that outlives a test: for tests that leave it as it was. */
async function runningInCommon(source = counter(1)): Promise<Container> {
  common ??= makeContainer()
  await common.run(project(source))
  expect(common.getState().phase.name).toBe('running')
  return common
}

async function running(source = counter(1)): Promise<Container> {
  const container = startContainer()
  await container.run(project(source))
  expect(container.getState().problems).toEqual([])
  expect(container.getState().phase.name).toBe('running')
  return container
}

async function openTab(container: Container): Promise<ReturningVisitor> {
  const { url } = container.getState().phase as { url: string }
  const tab = await ReturningVisitor.open(url)
  tabs.push(tab)
  return tab
}

function reached(container: Container, name: Phase['name']): Promise<Phase> {
  return new Promise((resolve) => {
    const look = () => {
      const { phase } = container.getState()
      if (phase.name !== name) return
      unsubscribe()
      resolve(phase)
    }
    const unsubscribe = container.subscribe(look)
    look()
  })
}

const told = (container: Container) => container.getState().console.map((line) => line.text)
const firstProblem = (container: Container) => container.getState().problems[0] as Problem

test('a boot goes through its steps and runs nothing of the reader’s', async () => {
  const container = startContainer()
  const phases: string[] = []
  container.subscribe(() => {
    const { phase } = container.getState()
    phases.push(phase.name === 'booting' ? phase.step : phase.name)
  })
  await container.boot()
  expect(phases).toEqual(['page', 'host', 'files', 'engine', 'server', 'ready'])
  expect(container.getState().console).toEqual([])
})

test('an edit takes effect with the count kept, for a tab that stays', {
  tags: ['B5'],
}, async () => {
  const container = await runningInCommon(counter(1))
  const tab = await openTab(container)
  tab.click()
  await tab.shows('1')
  await container.update(project(counter(10)))
  tab.click()
  await tab.shows('11')
  expect(container.getState().phase).toMatchObject({ name: 'running' })
})

test('all style sheets of the project are served, and the newest after an edit', async () => {
  const container = await runningInCommon()
  const { url } = container.getState().phase as { url: string }
  const style = async () => {
    const page = await (await fetch(url)).text()
    const address = /data-telar-css href="([^"]+)"/.exec(page)?.[1]
    return (await fetch(`${url}${address}`)).text()
  }
  await container.update(project(counter(1), { 'a.css': 'a {}', 'b.css': 'b {}' }))
  expect(await style()).toBe('a {}\nb {}\n')
  await container.update(project(counter(1), { 'a.css': 'a { color: red }' }))
  expect(await style()).toBe('a { color: red }\n')
})

test('what a field lost is told when its kind changes', { tags: ['B5'] }, async () => {
  const container = await runningInCommon(counter(1))
  const tab = await openTab(container)
  tab.click()
  await tab.shows('1')
  const list = counter(1)
    .replace('count: number = 0', 'count: number[] = [7]')
    .replace('this.count += 1', 'this.count.push(1)')
    .replace('${this.count}', '${this.count.length + 4}')
  await container.update(project(list))
  await tab.shows('5')
  await expect
    .poll(() => container.getState().kept?.reset)
    .toMatchObject([{ field: expect.stringMatching(/count$/), why: expect.stringMatching(/./) }])
})

test('of many edits in a row the last one wins', { tags: ['B5'] }, async () => {
  const container = await running()
  const edits = [2, 3, 4, 5].map((by) => container.update(project(counter(by))))
  await Promise.all(edits)
  const tab = await openTab(container)
  tab.click()
  await tab.shows('5')
})

test('an edit while nothing runs starts nothing', { tags: ['B5'] }, async () => {
  const container = startContainer()
  await container.boot()
  await container.update(project(counter(1)))
  expect(container.getState().phase).toEqual({ name: 'ready' })
})

test('a syntax error keeps the old process, and mending it goes on with the state', {
  tags: ['B7'],
}, async () => {
  const container = await runningInCommon()
  const tab = await openTab(container)
  tab.click()
  await tab.shows('1')
  await container.update(project(counter(';')))
  expect(firstProblem(container)).toMatchObject({
    owner: 'app',
    code: 'syntax',
    file: 'counter.ts',
    line: 8,
    column: 19,
    source: 'compile',
  })
  expect(container.getState().phase).toMatchObject({ name: 'failed', url: expect.any(String) })
  tab.click()
  await tab.shows('2')
  await container.update(project(counter(5)))
  tab.click()
  await tab.shows('7')
  expect(container.getState().problems).toEqual([])
})

test('what only JavaScript itself refuses has its place too', { tags: ['B7'] }, async () => {
  const container = await runningInCommon()
  await container.update(project(counter(1, 'const a = 1\n    const a = 2')))
  expect(firstProblem(container)).toMatchObject({
    owner: 'app',
    code: 'syntax',
    message: "SyntaxError: Identifier 'a' has already been declared",
    file: 'counter.ts',
    line: 8,
    column: 11,
  })
})

test('a template that does not parse keeps the old process', { tags: ['B7'] }, async () => {
  const container = await runningInCommon()
  await container.update(project(counter(1).replace('</button>', '</b>')))
  expect(firstProblem(container)).toMatchObject({
    owner: 'app',
    code: 'template-nesting',
    file: 'counter.ts',
    line: 12,
  })
  expect(container.getState().phase).toMatchObject({ name: 'failed', url: expect.any(String) })
})

test('a view that throws at its first paint keeps the old process', { tags: ['B7'] }, async () => {
  const container = await runningInCommon()
  await container.update(project(counter(1).replace('${this.count}', '${this.count.a.b}')))
  expect(firstProblem(container)).toMatchObject({
    owner: 'app',
    message: "TypeError: Cannot read properties of undefined (reading 'b')",
    component: 'Counter',
    file: 'counter.ts',
    line: 12,
  })
})

test.each([
  ['an object', '${{ n: this.count }}', 'received an object'],
  ['a promise', '${this.later()}', 'received a promise'],
  ['a list of objects', '${[{ n: 1 }]}', 'received an object'],
  ['an object in an attribute', '<b title=${{ n: 1 }}></b>', 'received an object'],
  ['an object in an inner literal', '${html`<i>${{ n: 1 }}</i>`}', 'received an object'],
])('%s in a template is told at its own line', { tags: ['B7'] }, async (_, hole, said) => {
  const container = await runningInCommon()
  const template = `return html\`<p>
        one \${html\`<i>two</i>\`}
      </p>
      ${hole}`
  const source = counter(1)
    .replace('return html`', template)
    .replace('  add()', '  async later() {}\n\n  add()')
  await container.update(project(source))
  const line = source.split('\n').findIndex((text) => text.includes(hole)) + 1
  expect(firstProblem(container)).toMatchObject({ owner: 'app', file: 'counter.ts', line })
  expect(firstProblem(container).message).toContain(said)
})

test('what throws at the top of a file keeps the old process', { tags: ['B7'] }, async () => {
  const container = await runningInCommon()
  await container.update(project(`${counter(1)}\nnull.oops`))
  expect(firstProblem(container)).toMatchObject({
    message: "TypeError: Cannot read properties of null (reading 'oops')",
    file: 'counter.ts',
    line: 16,
    column: 6,
  })
})

test('a program that ends itself while it loads is told', async () => {
  const container = await runningInCommon()
  await container.update(project(`${counter(1)}\nprocess.exit(3)`))
  expect(firstProblem(container).message).toBe(
    'Expected your files to load, received the end of the process with code 3. Check whether one of them calls process.exit.',
  )
})

test('a component file without a default export is a sentence, and nothing runs', async () => {
  const container = startContainer()
  await container.run(project(counter(1).replace('export default', 'export')))
  expect(container.getState().phase).toEqual({
    name: 'failed',
    problem: expect.objectContaining({ code: 'default-missing', file: 'counter.ts', line: 1 }),
  })
})

test('a handler that throws is told at its line and column, and the tab goes on', {
  tags: ['B7'],
}, async () => {
  const container = await runningInCommon(
    counter(1, "if (this.count === 1) throw new RangeError('too far')"),
  )
  const tab = await openTab(container)
  tab.click()
  await tab.shows('1')
  tab.click()
  await expect.poll(() => container.getState().problems.length, PATIENT).toBe(1)
  expect(firstProblem(container)).toMatchObject({
    owner: 'app',
    message: 'RangeError: too far',
    component: 'Counter',
    handler: 'add',
    file: 'counter.ts',
    line: 7,
    column: 33,
    source: 'runtime',
  })
  expect(told(container)).toContain('RangeError: too far (counter.ts:7:33)')
  expect(container.getState().phase.name).toBe('running')
})

test('an object that a handler brings into a template is told at its own line', {
  tags: ['B7'],
}, async () => {
  const source = counter(1)
    .replace('</button>`', '</button>\n      <p>more</p>\n      <p>${this.list[this.count]}</p>`')
    .replace('  add()', '  list: any[] = ["", {}]\n\n  add()')
  const container = await running(source)
  const tab = await openTab(container)
  tab.click()
  await expect.poll(() => container.getState().problems.length, PATIENT).toBe(1)
  const line = source.split('\n').findIndex((text) => text.includes('this.list[')) + 1
  expect(firstProblem(container)).toMatchObject({ owner: 'app', file: 'counter.ts', line })
})

test('what a timer of the reader’s own throws is told, and the process lives', {
  tags: ['B7'],
}, async () => {
  const container = startContainer()
  await container.run(project(`${counter(1)}\nsetTimeout(() => { throw new Error('late') }, 10)`))
  await expect
    .poll(() => container.getState().problems, PATIENT)
    .toMatchObject([{ message: 'late', file: 'counter.ts', line: 16, column: 26 }])
  const tab = await openTab(container)
  tab.click()
  await tab.shows('1')
})

test('a handler that never yields is named with its line, and an edit brings the state back', {
  tags: ['B7'],
}, async () => {
  const container = await runningInCommon(counter(1, 'if (this.count === 1) for (;;) {}'))
  const tab = await openTab(container)
  tab.click()
  await tab.shows('1')
  tab.click()
  const phase = await reached(container, 'ended')
  expect(phase).toMatchObject({ reason: 'loop' })
  expect(firstProblem(container)).toMatchObject({
    code: 'loop',
    component: 'Counter',
    handler: 'add',
    file: 'counter.ts',
    line: 7,
  })
  expect(firstProblem(container).message).toMatch(/^Counter\.add ran .* at counter\.ts:7,/)
  await container.update(project(counter(10)))
  // Joined again with what was acknowledged before the loop.
  tab.rejoin()
  await tab.shows('1')
  tab.click()
  await tab.shows('11')
})

test('the console has what the program prints, by run', { tags: ['B7', 'console'] }, async () => {
  const container = await runningInCommon(`${counter(1)}\nconsole.log('one')\nconsole.error('two')`)
  const { run: first } = container.getState().phase as { run: number }
  await container.update(project(`${counter(1)}\nconsole.log('three')`))
  await expect
    .poll(
      () =>
        container.getState().console.map(({ run, stream, text }) => [run - first, stream, text]),
      PATIENT,
    )
    .toEqual(
      expect.arrayContaining([
        [0, 'out', 'one'],
        [0, 'err', 'two'],
        [1, 'out', 'three'],
      ]),
    )
})

test('a program that ends itself is told, and Run starts it again', async () => {
  const container = await running(counter(1, 'process.exit(4)'))
  const tab = await openTab(container)
  tab.click()
  expect(await reached(container, 'ended')).toMatchObject({
    reason: 'exit',
    message: expect.stringContaining('ended itself with code 4'),
  })
  await container.run(project(counter(1)))
  expect(container.getState().phase.name).toBe('running')
})

test('stop ends the program, and Run goes on with the sessions', async () => {
  const container = await runningInCommon()
  const tab = await openTab(container)
  tab.click()
  await tab.shows('1')
  await container.stop()
  expect(container.getState().phase).toEqual({ name: 'stopped' })
  await container.run(project(counter(2)))
  tab.click()
  await tab.shows('3')
})

test('a container that its host ended says why, and Run boots another', async () => {
  const container = await running()
  const first = machine
  machine.emit('error', { message: 'container-ended:memory: It used more than its 512 MB.' })
  expect(container.getState().phase).toEqual({
    name: 'ended',
    reason: 'memory',
    message: 'It used more than its 512 MB.',
  })
  await container.run(project(counter(1)))
  expect(container.getState().phase.name).toBe('running')
  expect(machine).not.toBe(first)
})

test('a host that can’t be had is a phase with its sentence, and Run tries again', async () => {
  let tries = 0
  const container = createContainer({
    host: 'self',
    engineFiles: async () => mounted,
    bootContainer: async () => {
      if (tries++ === 0) throw new Error('The container host is full.')
      return (machine = await LocalMachine.boot())
    },
  })
  containers.push(container)
  await container.run(project(counter(1)))
  expect(container.getState().phase).toEqual({
    name: 'failed',
    problem: {
      owner: 'host',
      code: 'container-failed',
      message: 'The container host is full.',
      source: 'container',
    },
  })
  await container.run(project(counter(1)))
  expect(container.getState().phase.name).toBe('running')
})

test('a teardown in the middle of a boot leaves nothing', async () => {
  const container = startContainer()
  const booting = container.boot()
  await reached(container, 'booting')
  await container.teardown()
  await booting
  expect(container.getState().phase).toEqual({ name: 'idle' })
})

const LESSON = `import { byRole, check, step } from 'telar/testing'

export default check([
  step('starts-at-zero', 'The count starts at 0', async ({ visit }) => {
    const tab = await visit()
    if (!tab.text().includes('Clicked 0 times')) throw new Error(\`Saw \${tab.text()}.\`)
  }),
  step(
    'one-click-one',
    'One click adds one',
    async ({ visit }) => {
      const tab = await visit()
      await tab.click(byRole('button'))
      if (!tab.text().includes('Clicked 1 times')) throw new Error(\`Saw \${tab.text()}.\`)
    },
    { hint: 'Does your handler add 1?' },
  ),
  step('again', 'And again', () => {}),
])
`

/** Bytes of the frame with which the counter's tab joins. */
const JOINED = 54

async function checked(container: Container, source: string) {
  const steps = []
  for await (const step of container.check(project(source), LESSON)) steps.push(step)
  return steps
}

test('a check runs on the engine in a process of its own, beside the running program', {
  tags: ['B3'],
}, async () => {
  const container = await runningInCommon(counter(5))
  expect(await checked(container, counter(1))).toEqual([
    { id: 'starts-at-zero', title: 'The count starts at 0', state: 'passed', bytes: JOINED },
    { id: 'one-click-one', title: 'One click adds one', state: 'passed', bytes: JOINED + 8 },
    { id: 'again', title: 'And again', state: 'passed', bytes: 0 },
  ])
  const tab = await openTab(container)
  tab.click()
  await tab.shows('5')
})

test('a step that fails says what it saw and where to look, and those after it are skipped', {
  tags: ['B3'],
}, async () => {
  const container = await runningInCommon()
  expect(await checked(container, counter(2))).toEqual([
    { id: 'starts-at-zero', title: 'The count starts at 0', state: 'passed', bytes: JOINED },
    {
      id: 'one-click-one',
      title: 'One click adds one',
      state: 'failed',
      message: 'Saw Clicked 2 times.',
      hint: 'Does your handler add 1?',
    },
    { id: 'again', title: 'And again', state: 'skipped' },
  ])
})

test('a check that is given up yields nothing more and lets the next one run', {
  tags: ['B3'],
}, async () => {
  const container = await runningInCommon()
  const over = new AbortController()
  const given: unknown[] = []
  const lesson = LESSON.replace(
    "step('again'",
    "step('own', 'It ends', () => new Promise(() => {})), step('again'",
  )
  for await (const one of container.check(project(counter(1)), lesson, over.signal)) {
    given.push(one.id)
    if (given.length === 2) over.abort()
  }
  expect(given).toEqual(['starts-at-zero', 'one-click-one'])
  const early = AbortSignal.abort()
  for await (const one of container.check(project(counter(1)), LESSON, early)) given.push(one.id)
  expect(given).toHaveLength(2)
  expect(await checked(container, counter(1))).toHaveLength(3)
})

test('code that does not compile fails its check with the place', { tags: ['B3'] }, async () => {
  const container = await runningInCommon()
  expect(await checked(container, counter(';'))).toMatchObject([
    { state: 'failed', message: 'Expression expected. (counter.ts:8:19)' },
  ])
})

test('a step that never yields is named, with the line', { tags: ['B3'] }, async () => {
  const container = await runningInCommon()
  const steps = await checked(container, counter(1, 'for (;;) {}'))
  expect(steps[1]).toMatchObject({
    id: 'one-click-one',
    state: 'failed',
    message: expect.stringContaining('at counter.ts:7'),
  })
})

const STOPPED = expect.stringContaining('to finish within 5 seconds, received nothing.')

test.each([
  ['waits for ever', 'return new Promise(() => {})'],
  [
    'turns in the event loop for ever',
    'return new Promise(() => (function turn() { setImmediate(turn) })())',
  ],
])('a step that %s is stopped after five seconds of its own', { tags: ['B3'] }, async (_, body) => {
  const container = await runningInCommon()
  const step = `step('own', 'It ends', () => { ${body} }), step('next', 'Next', () => {}),`
  const steps = []
  const lesson = LESSON.replace("step('again'", `${step} step('again'`)
  for await (const one of container.check(project(counter(1)), lesson)) steps.push(one)
  expect(steps[2]).toMatchObject({ id: 'own', state: 'failed', message: STOPPED })
})

test('each step has five seconds: two of three seconds pass', { tags: ['B3'] }, async () => {
  const container = await runningInCommon()
  const wait = '() => new Promise((resolve) => setTimeout(resolve, 3000))'
  const lesson = LESSON.replace(
    "step('again'",
    `step('one', 'One', ${wait}), step('two', 'Two', ${wait}), step('again'`,
  )
  const steps = []
  for await (const { id, state } of container.check(project(counter(1)), lesson))
    steps.push(`${id} ${state}`)
  expect(steps).toContain('two passed')
})

test('a step whose handler waits for ever is stopped too', { tags: ['B3'] }, async () => {
  const container = await runningInCommon()
  const steps = await checked(
    container,
    counter(1, 'return new Promise(() => {})').replace('add(): void', 'add(): unknown'),
  )
  expect(steps[1]).toMatchObject({
    id: 'one-click-one',
    state: 'failed',
    message: expect.stringMatching(/./),
  })
})
