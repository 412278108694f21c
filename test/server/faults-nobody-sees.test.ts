/** Faults that used to be seen by nobody: a start that fails, an identity that would not come back, a view that breaks at a take-over. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { html, Layout, LiveComponent, lazy, mount, page } from '../../engine/index.ts'
import {
  fileStore,
  memoryStore,
  type ServeOptions,
  serve,
  silentLogger,
} from '../../engine/server/index.ts'
import { byRole, visit } from '../../engine/testing/index.ts'
import { ensureClient } from './support/client-built.ts'

beforeAll(ensureClient)

const running: { close(): Promise<void> }[] = []
afterEach(() => Promise.all(running.splice(0).map((one) => one.close())))

async function serving(component: Parameters<typeof page>[1], options: Partial<ServeOptions> = {}) {
  const pages = [page('/', component, { debug: true })]
  const server = await serve({ pages, port: 0, logger: silentLogger, ...options })
  running.push(server)
  return server
}

const later = () => new Promise((resolve) => setImmediate(resolve))

/** A form over a record that can't be read. */
function recordForm(start: (n: number) => unknown) {
  let starts = 0
  return class Form extends LiveComponent {
    name = 'blank'
    start() {
      return start(++starts) as Promise<void>
    }
    getTemplate() {
      return html`<form><input name="name" value=${this.name}><button>Save</button></form>`
    }
  }
}

const failures: [string, () => unknown][] = [
  [
    'at once',
    () => {
      throw new Error('no record')
    },
  ],
  [
    'as a promise',
    async () => {
      throw new Error('no record')
    },
  ],
  [
    'later',
    () =>
      later().then(() => {
        throw new Error('no record')
      }),
  ],
  [
    'by its own time limit',
    () => new Promise((_, reject) => setTimeout(() => reject(new Error('no record')), 20)),
  ],
]

test.each(failures)(
  'a page whose start fails %s is the error page, not an empty form',
  async (_, fail) => {
    const Form = recordForm(fail)
    class Around extends LiveComponent {
      getTemplate() {
        return html`<main>${mount(Form)}</main>`
      }
    }
    class Late extends LiveComponent {
      getTemplate() {
        return html`${mount(
          lazy(async () => Around),
          {},
          html`<p>Loading</p>`,
        )}`
      }
    }
    const layout = new Layout('home', {
      html: '<main lv-region="only"></main>',
      components: { only: Form },
    })
    for (const component of [Form, Around, Late, layout]) {
      const answer = await fetch((await serving(component)).address)
      const text = await answer.text()
      expect(answer.status).toBe(500)
      expect(text).toContain('no record')
      expect(text).not.toContain('<form')
    }
  },
)

test('a start that throws nothing in particular is the error page too', async () => {
  const answer = await fetch((await serving(recordForm(() => Promise.reject(undefined)))).address)
  expect([answer.status, (await answer.text()).includes('<form')]).toEqual([500, false])
})

test('a module that can not be loaded is the error page where no boundary is', async () => {
  const Missing = lazy(async () => {
    throw new Error('no such file')
  })
  class Around extends LiveComponent {
    getTemplate() {
      return html`${mount(Missing, {}, html`<p>Loading</p>`)}`
    }
  }
  expect((await fetch((await serving(Around)).address)).status).toBe(500)
})

test('a boundary shows a failed start, and its retry starts anew until it works', async () => {
  const Form = recordForm(async (n) => {
    if (n < 3) throw new Error(`no record, try ${n}`)
  })
  class Boundary extends LiveComponent {
    fallback(error: unknown, retry: () => void) {
      return html`<p>${(error as Error).message}</p><a href="#" lv-click=${retry}>Again</a>`
    }
    getTemplate() {
      return html`${mount(Form)}`
    }
  }
  const tab = await visit(Boundary)
  expect(tab.text('p')).toBe('no record, try 1')
  await tab.click('a')
  expect(tab.text('p')).toBe('no record, try 2')
  await tab.click('a')
  expect(tab.html()).toContain('<form')
})

test('a component that is its own boundary starts again when it is retried', async () => {
  let starts = 0
  class Own extends LiveComponent {
    name = 'blank'
    async start() {
      if (++starts === 1) throw new Error('no record')
      this.name = 'Ada'
    }
    fallback(error: unknown, retry: () => void) {
      return html`<a href="#" lv-click=${retry}>${(error as Error).message}</a>`
    }
    getTemplate() {
      return html`<p>${this.name}</p>`
    }
  }
  const tab = await visit(Own)
  expect(tab.text()).toBe('no record')
  await tab.click('a')
  expect(tab.text()).toBe('Ada')
})

test.each([
  ['at once', false],
  ['later', true],
])(
  'a child that comes with a click and fails to start %s is never shown with its defaults',
  async (_, isLater) => {
    let broken = true
    const Form = recordForm(() => {
      if (!broken) return
      if (!isLater) throw new Error('no record')
      return later().then(() => Promise.reject(new Error('no record')))
    })
    class Around extends LiveComponent {
      shown = false
      n = 0
      getTemplate() {
        return html`<button lv-click=${() => {
          this.shown = !this.shown
        }}>Edit</button><b lv-click=${() => this.n++}>${this.n}</b>${this.shown ? mount(Form) : ''}`
      }
    }
    const tab = await visit(Around)
    await expect(tab.click(byRole('button'))).rejects.toThrow('no record')
    expect(tab.html()).not.toContain('<form')
    // It stays failed whatever else happens, without being told again.
    await tab.click('b')
    expect(tab.text('b')).toBe('1')
    expect(tab.html()).not.toContain('<form')
    // Who takes the session up starts it anew: the page around it lives all the same.
    await expect(tab.reconnect({ restarted: true })).rejects.toThrow('no record')
    await tab.click('b')
    expect(tab.text('b')).toBe('2')
    expect(tab.html()).not.toContain('<form')
    broken = false
    await tab.reconnect({ restarted: true })
    expect(tab.html()).toContain('<form')
  },
)

class Member {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
  may(what: string) {
    return what === 'read'
  }
}

class Greeting extends LiveComponent {
  getTemplate() {
    const { identity } = this.session as { identity: { since?: Date; roles?: Set<string> } }
    return html`<p>${identity.since?.getFullYear()} ${String(identity.roles?.has('admin'))}</p>`
  }
}

test.each([
  [
    'an instance of a class',
    () => new Member('Ada'),
    'this.session.identity, received an instance of Member',
  ],
  [
    'one that holds an instance',
    () => ({ user: new Member('Ada') }),
    'this.session.identity.user, received an instance of Member',
  ],
  [
    'one that holds a function',
    () => ({ name: 'Ada', may: () => true }),
    'this.session.identity.may, received a function',
  ],
  [
    'one that holds a promise',
    () => ({ roles: Promise.resolve([]) }),
    'this.session.identity.roles, received a promise',
  ],
  ['a function', () => () => 'Ada', 'this.session.identity, received a function'],
  [
    'one that holds a symbol',
    () => ({ role: Symbol('admin') }),
    'this.session.identity.role, received a symbol',
  ],
])(
  'an identity that would not survive a store is refused by name: %s',
  async (_, identity, sentence) => {
    const pages = [page('/', Greeting, { debug: true, authenticate: identity })]
    const server = await serve({ pages, port: 0, logger: silentLogger })
    running.push(server)
    const answer = await fetch(server.address)
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain(`Expected a value that can be stored in ${sentence}`)
  },
)

test('an identity of dates, sets and numbers is the same after a take-over', async () => {
  const identity = { since: new Date(Date.UTC(2020, 5)), roles: new Set(['admin']) }
  const tab = await visit(Greeting, { identity })
  expect(tab.text()).toBe('2020 true')
  await tab.reconnect({ restarted: true })
  expect(tab.text()).toBe('2020 true')
})

test('what a page passes to its component is the same after a take-over, functions too', async () => {
  class Price extends LiveComponent<{ format: (n: number) => string }> {
    n = 0
    getTemplate() {
      return html`<p lv-click=${() => this.n++}>${this.props.format(this.n)}</p>`
    }
  }
  const tab = await visit(Price, { props: { format: (n) => `${n} €` } })
  await tab.click('p')
  await tab.reconnect({ restarted: true })
  expect(tab.text()).toBe('1 €')
})

test('sessions that outlive their process while their tokens do not are warned of at the start, once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'telar-secret-'))
  const warnings = async (options: Partial<ServeOptions>) => {
    const said: string[] = []
    const logger = {
      ...silentLogger,
      warn: (_: object, message: string) => void said.push(message),
    }
    const server = await serving(Greeting, { logger, ...options })
    await fetch(server.address)
    return said
  }
  expect(await warnings({ store: fileStore(folder) })).toEqual([
    expect.stringContaining('TELAR_SECRET'),
  ])
  expect(await warnings({ store: fileStore(folder), secret: 's' })).toEqual([])
  expect(await warnings({ store: memoryStore() })).toEqual([])
  expect(await warnings({})).toEqual([])
  rmSync(folder, { recursive: true })
})
