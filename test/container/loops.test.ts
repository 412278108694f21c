/** Loops of every kind, in real processes with the real engine: named with handler and line, and an edit brings the page back. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are source text with holes
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createContainer } from '../../playground/container/container.ts'
import type { MountFiles } from '../../playground/container/engine-files.ts'
import type { Container } from '../../playground/container/types.ts'
import { ReturningVisitor } from '../support/tabs/returning-visitor.ts'
import { engineFiles } from './support/engine-package.ts'
import { LocalMachine } from './support/local-machine.ts'
import { project } from './support/projects.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

// A crowded machine gives a loop six seconds before it counts as one, and three to be looked at.
const PATIENT = { timeout: 15_000 }

let mounted: MountFiles
let tab: ReturningVisitor | undefined
let container: Container

beforeAll(async () => {
  mounted = await engineFiles()
})
afterEach(async () => {
  tab?.close()
  tab = undefined
  await container.teardown()
})

/** A page whose button calls `go`; members of the class begin at line 4. */
const page = (
  members: string,
  view = '',
  around = '',
) => `import { html, LiveComponent } from 'telar'
${around}
export default class Page extends LiveComponent {
${members}
  count = 0; done = false
  getTemplate() {
    ${view}
    return html\`<button lv-click=\${this.go}>\${this.count}</button>\`
  }
}
`
const SANE = page('  go() { this.count += 1 }')
const IDLE = '  go() {}\n'

interface Kind {
  what: string
  source: string
  /** Who is named, and the lines that the loop is made of. */
  handler: string
  lines: readonly number[]
  /** Where the loop stands, when it is not in counter.ts. */
  helper?: { name: string; text: string }
  /** It loops as soon as somebody opens the page. */
  atOnce?: true
}

const KINDS: readonly Kind[] = [
  {
    what: 'a loop of awaits on what is there',
    source: page(
      '  async check() { return 1 }\n  async go() {\n    while (!this.done) await this.check()\n  }',
    ),
    handler: 'go',
    lines: [4, 6],
  },
  {
    what: 'a loop of awaits on one that awaits',
    source: page(
      '  async check() {\n    await null\n    return 1\n  }\n  async go() { for (;;) await this.check() }',
    ),
    handler: 'go',
    lines: [5, 6, 8],
  },
  {
    what: 'a loop of awaits behind a pause',
    source: page(
      '  async go() {\n    await new Promise((resolve) => setTimeout(resolve, 20))\n    for (;;) await null\n  }',
    ),
    handler: 'go',
    lines: [6],
  },
  {
    what: 'queueMicrotask that calls itself',
    source: page('  go() {\n    const again = () => queueMicrotask(again)\n    again()\n  }'),
    handler: 'go',
    lines: [5],
  },
  {
    what: 'a promise whose then asks for the next',
    source: page(
      '  next(): Promise<void> { return Promise.resolve().then(() => { void this.next() }) }\n  go() { void this.next() }',
    ),
    handler: 'go',
    lines: [4],
  },
  {
    what: 'a loop that awaits Promise.resolve()',
    source: page('  async go() {\n    while (true) await Promise.resolve()\n  }'),
    handler: 'go',
    lines: [5],
  },
  {
    what: 'a method that calls itself after an await',
    source: page('  async go() {\n    await null\n    void this.go()\n  }'),
    handler: 'go',
    lines: [4, 5, 6],
  },
  {
    what: 'for await over a generator that never ends',
    source: page(
      '  async *all() { for (;;) yield 1 }\n  async go() {\n    for await (const one of this.all()) this.count = one\n  }',
    ),
    handler: 'go',
    lines: [4, 6],
  },
  {
    what: 'a loop of awaits in a helper file',
    source: page('  go() { void wind() }', '', "import { wind } from './helper.ts'"),
    helper: {
      name: 'helper.ts',
      text: 'export async function wind() {\n  for (;;) await null\n}\n',
    },
    handler: 'go',
    lines: [2],
  },
  {
    what: 'a loop of awaits in what hears a topic',
    source: page(
      "  connected() {\n    this.subscribe('bell', async () => {\n      for (;;) await null\n    })\n  }\n  go() { this.publish('bell', 1) }",
    ),
    // What hears has no name of its own.
    handler: 'message',
    lines: [6],
  },
  {
    what: 'process.nextTick that calls itself',
    source: page('  go() { process.nextTick(() => this.go()) }'),
    handler: 'go',
    lines: [4],
  },
  { what: 'a loop', source: page('  go() {\n    for (;;) {}\n  }'), handler: 'go', lines: [5] },
  {
    what: 'a loop in a function that the handler calls',
    source: page('  go() { wind() }', '', 'function wind() { for (;;) Math.sqrt(2) }'),
    handler: 'go',
    lines: [2],
  },
  {
    what: 'a loop that spends its time in the engine',
    source: page('  go() {\n    for (;;) html`<p>${this.count}</p>`\n  }'),
    handler: 'go',
    lines: [5],
  },
  {
    what: 'a loop in a timer of the reader’s own',
    source: page('  go() {\n    setTimeout(() => this.late(), 10)\n  }\n  late() { for (;;) {} }'),
    handler: 'late',
    lines: [7],
  },
  {
    what: 'a loop in start()',
    source: page(`  start() {\n    for (;;) {}\n  }\n${IDLE}`),
    handler: 'start',
    lines: [5],
    atOnce: true,
  },
  {
    what: 'a loop of awaits in start()',
    source: page(`  async start() {\n    for (;;) await null\n  }\n${IDLE}`),
    handler: 'start',
    lines: [5],
    atOnce: true,
  },
  {
    what: 'a loop in connected()',
    source: page(`  connected() {\n    for (;;) {}\n  }\n${IDLE}`),
    handler: 'connected',
    lines: [5],
    atOnce: true,
  },
  {
    what: 'a loop in the view',
    source: page('  go() { this.done = true }', 'while (this.done) this.count'),
    handler: 'getTemplate',
    lines: [7],
  },
]

async function opened(source: string, others: Record<string, string>): Promise<Container> {
  container = createContainer({
    host: 'self',
    engineFiles: async () => mounted,
    bootContainer: () => LocalMachine.boot(),
  })
  await container.run(project(source, others))
  return container
}

const address = () => (container.getState().phase as { url: string }).url

for (const { what, source, helper, handler, lines, atOnce } of KINDS) {
  const files = helper ? { [helper.name]: helper.text } : {}
  test(`${what} is named with its handler and line, and an edit brings the page back`, {
    tags: ['B7'],
  }, async () => {
    await opened(atOnce ? SANE : source, files)
    tab = await ReturningVisitor.open(address())
    if (atOnce) {
      await container.update(project(source))
      // A new visitor: one who was there before goes on without start().
      if (container.getState().phase.name === 'running') void fetch(address()).catch(() => {})
    } else tab.click()
    await expect.poll(() => container.getState().phase.name, PATIENT).toBe('ended')
    const { problems, phase } = container.getState()
    expect(phase).toMatchObject({ reason: 'loop' })
    const problem = problems.find(({ code }) => code === 'loop')
    expect(problem).toMatchObject({
      owner: 'app',
      component: 'Page',
      handler,
      file: helper?.name ?? 'counter.ts',
    })
    expect(lines).toContain(problem?.line)
    await container.update(project(SANE))
    // Whole, so that a failure says why.
    await expect.poll(() => container.getState().phase, PATIENT).toMatchObject({ name: 'running' })
    const response = await fetch(address())
    expect(await response.text()).toContain('<button')
  })
}
