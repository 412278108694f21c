/** What a shared view may show and do, what is refused in it, and how a broken promise is found. */
import { expect, test } from 'vitest'
import {
  ComponentError,
  each,
  html,
  LiveComponent,
  load,
  mount,
  provided,
  raw,
  type StandardSchema,
  stream,
  toggle,
  type View,
  validated,
} from '../../engine/index.ts'
import type { Session } from '../../engine/session/session.ts'
import { byLabel, byRole, visit } from '../../engine/testing/index.ts'
import { open, scene, Tab } from '../support/tabs/session-tab.ts'

abstract class Shared extends LiveComponent {
  static sharedView = true
  count = 0
  rows = stream((row: string) => row, { refill: (rows) => rows })
  add() {
    this.count++
  }
}

const Theme = provided('theme', 'light')

const refused: [asked: string, view: (it: Shared) => View][] = [
  ['this.session', (it) => html`<p>${it.session.locale}</p>`],
  ['this.now', (it) => html`<p>${it.now()}</p>`],
  ['this.random', (it) => html`<p>${it.random()}</p>`],
  ['this.id', (it) => html`<p>${it.id()}</p>`],
  ['this.present', (it) => html`<p>${it.present('room:7').length}</p>`],
  ['this.driver', (it) => html`<p>${String(it.driver.getData())}</p>`],
  ['this.title', (it) => html`<p>${void it.title('Hello')}</p>`],
  ['this.provide', (it) => html`<p>${void it.provide(Theme, 'dark')}</p>`],
  ['this.publish', (it) => html`<p>${void it.publish('room:7', 'hello')}</p>`],
  ['mount(Child)', () => html`<p>${mount(class Child extends Plain {})}</p>`],
  ['the rows of a stream', (it) => html`<p>${each(it.rows, (row) => html`<b>${row}</b>`)}</p>`],
  ['lv-click', (it) => html`<p lv-click=${() => it.add()}>x</p>`],
  [
    'lv-click',
    (it) =>
      html`<p>${raw('x')}${each(
        [1],
        (n) => n,
        () => html`<b lv-click=${() => it.add()}>x</b>`,
      )}</p>`,
  ],
  ['lv-click', () => html`<p lv-click=${other.add}>x</p>`],
  ['lv-click', () => html`<p lv-click=${Shared.prototype.add}>x</p>`],
  ['lv-input', (it) => html`<input lv-input=${validated(Text, () => it.add())}>`],
]

class Plain extends LiveComponent {
  getTemplate(): View {
    return 'plain'
  }
}

const other = new (class Other extends Shared {
  getTemplate() {
    return ''
  }
})()

const Text: StandardSchema<string> = {
  '~standard': { version: 1, vendor: 'test', validate: (value) => ({ value: String(value) }) },
}

test.each(refused)(
  'a shared view is refused %s',
  { tags: ['A16', 'fan-out-refused'] },
  async (asked, view) => {
    class Board extends Shared {
      getTemplate() {
        return view(this)
      }
    }
    const error = await visit(Board).catch((error) => error)
    expect(error).toBeInstanceOf(ComponentError)
    expect(error).toMatchObject({ code: 'component-shared', owner: 'app' })
    expect(error.message).toContain('the shared view of Board')
    expect(error.message).toContain(asked)
  },
)

test('what a shared view is refused is there for its handlers, and for a view that is not shared', {
  tags: ['A16'],
}, async () => {
  class Clock extends LiveComponent {
    static sharedView = true
    at = 0
    look() {
      this.at = this.now()
    }
    getTemplate() {
      return html`<button lv-click=${this.look}>${this.at}</button>`
    }
  }
  const tab = await visit(Clock)
  await tab.click(byRole('button'))
  expect(tab.text()).toBe(String(tab.clock.now()))
  class Own extends Clock {
    static sharedView = false
    getTemplate() {
      return html`<p>${this.now()}</p>`
    }
  }
  expect((await visit(Own)).text()).toBe(String(tab.clock.now()))
})

test('a schema before a method, commands and conditions stand in a shared view', {
  tags: ['A16'],
}, async () => {
  class Form extends LiveComponent {
    static sharedView = true
    names: string[] = []
    save(name: string) {
      this.names.push(name)
    }
    more() {}
    getTemplate() {
      return html`<input aria-label="Name" lv-change=${validated(Text, this.save)}><button lv-do-click=${[toggle('#more')]} lv-click=${this.names.length > 9 && this.more}>More</button><p id="more" hidden>${this.names.join()}</p>`
    }
  }
  const tab = await visit(Form)
  const other = await tab.another()
  await other.fill(byLabel('Name'), 'Ada')
  await tab.fill(byLabel('Name'), 'Grace')
  expect([tab.state, other.state]).toEqual([{ names: ['Grace'] }, { names: ['Ada'] }])
  await tab.click(byRole('button'))
  expect(tab.has('#more[hidden]')).toBe(false)
  expect(other.has('#more[hidden]')).toBe(true)
})

test('a value from above is known of a run: who is given another one runs their own', {
  tags: ['A16'],
}, async () => {
  let runs = 0
  class Deep extends LiveComponent {
    static sharedView = true
    getTemplate() {
      runs++
      return html`<i>${this.inject(Theme)}</i>`
    }
  }
  class Page extends LiveComponent {
    theme = 'light'
    dark() {
      this.theme = 'dark'
    }
    getTemplate() {
      this.provide(Theme, this.theme)
      return html`<button lv-click=${this.dark}>Dark</button>${mount(Deep)}`
    }
  }
  const visitors = await production(Page, 2)
  expect(runs).toBe(1)
  for (const { tab } of visitors) await tab.event(2)
  expect(runs).toBe(2)
  expect(paints(visitors)).toEqual([
    expect.stringContaining('dark'),
    expect.stringContaining('dark'),
  ])
  const later = await production(Page, 1)
  expect(paints(later)).toEqual([expect.stringContaining('light')])
})

test('who is given an object from above runs their own: it may hold a session', {
  tags: ['A16'],
}, async () => {
  let runs = 0
  const Shop = provided<{ name: string }>('shop', { name: 'Loom' })
  class Deep extends LiveComponent {
    static sharedView = true
    getTemplate() {
      runs++
      return html`<i>${this.inject(Shop).name}</i>`
    }
  }
  await production(Deep, 3)
  expect(runs).toBe(3)
})

test('what stands in place of a view that is not there yet is not shared', {
  tags: ['A16'],
}, async () => {
  class Slow extends LiveComponent {
    static sharedView = true
    async start() {}
    placeholder() {
      return html`<i>Wait</i>`
    }
    getTemplate() {
      return html`<b>Here</b>`
    }
  }
  expect(paints(await production(Slow, 2)).every((paint) => paint.includes('Here'))).toBe(true)
})

test('props that are data are part of what is compared; with functions and pieces each runs their own', {
  tags: ['A16'],
}, async () => {
  let runs = 0
  class Card extends LiveComponent<{ card: { name: string }; pick?: () => void; piece?: View }> {
    static sharedView = true
    getTemplate() {
      runs++
      return html`<i lv-click=${this.props.pick ?? null}>${this.props.card.name} ${this.props.piece}</i>`
    }
  }
  const pageOf = (extra: (page: Page) => object) =>
    class extends Page {
      getTemplate() {
        return html`${mount(Card, { card: { name: this.name }, ...extra(this) })}`
      }
    }
  class Page extends LiveComponent {
    name = 'Ada'
    pick() {
      this.name = 'Grace'
    }
    getTemplate(): View {
      return ''
    }
  }
  const data = pageOf(() => ({}))
  await production(data, 3)
  expect(runs).toBe(1)
  await production(
    pageOf(() => ({ pick: undefined })),
    3,
  )
  expect(runs).toBe(2)
  const visitors = await production(
    pageOf((page) => ({ pick: page.pick })),
    3,
  )
  expect(runs).toBe(5)
  await visitors[1]!.tab.event(2, 'click', {}, { component: 1 })
  expect(paints(visitors).map((paint) => paint.includes('Grace'))).toEqual([false, true, false])
  await production(
    pageOf(() => ({ piece: html`<b>x</b>` })),
    3,
  )
  expect(runs).toBe(6 + 3)
  const grace = class extends data {
    name = 'Grace'
  }
  expect(paints(await production(grace, 1))).toEqual([expect.stringContaining('Grace')])
})

test('what a load has brought is state: it may be shown in a shared view', {
  tags: ['A16'],
}, async () => {
  let runs = 0
  let name = 'Ada'
  class Profile extends LiveComponent {
    static sharedView = true
    user = load(() => ({ name }))
    getTemplate() {
      runs++
      return html`<p>${this.user.value?.name ?? 'Loading'}</p>`
    }
  }
  const visitors = await production(Profile, 3)
  // Loading, and done.
  expect(runs).toBe(2)
  name = 'Grace'
  const later = await production(Profile, 1)
  expect(paints([visitors[2]!, later[0]!])).toEqual([
    expect.stringContaining('Ada'),
    expect.stringContaining('Grace'),
  ])
})

test('a boundary’s fallback, and a view that throws, are each visitor’s own', {
  tags: ['A16'],
}, async () => {
  class Board extends LiveComponent {
    static sharedView = true
    broken = false
    breakIt() {
      this.broken = true
    }
    fallback(_: unknown, retry: () => void) {
      return html`<button lv-click=${retry}>Again</button>`
    }
    getTemplate() {
      if (this.broken) throw new Error('broken')
      return html`<button lv-click=${this.breakIt}>Break</button>`
    }
  }
  const tab = await visit(Board)
  const other = await tab.another()
  await tab.click(byRole('button'))
  expect([tab.text(), other.text()]).toEqual(['Again', 'Break'])
  await other.click(byRole('button'))
  expect([tab.text(), other.text()]).toEqual(['Again', 'Again'])
})

test('a take-over by another process goes on with the same methods', {
  tags: ['A16'],
}, async () => {
  class Light extends LiveComponent {
    static sharedView = true
    on = false
    toggle() {
      this.on = !this.on
    }
    getTemplate() {
      return html`<button lv-click=${this.toggle}>${this.on ? 'On' : 'Off'}</button>`
    }
  }
  const tab = await visit(Light)
  const other = await tab.another()
  await tab.click(byRole('button'))
  await tab.disconnect()
  await tab.reconnect({ restarted: true })
  await tab.click(byRole('button'))
  await other.click(byRole('button'))
  expect([tab.text(), other.text()]).toEqual(['Off', 'On'])
})

test('a shared view that shows more than its state is found where it is developed, and each is shown their own', {
  tags: ['A16', 'fan-out-refused'],
}, async () => {
  class Secret extends LiveComponent {
    static sharedView = true
    count = 0
    #clicks = 0
    add() {
      this.#clicks++
    }
    getTemplate() {
      return html`<section>${each(
        [7],
        (id) => id,
        () =>
          html`<button title=${`${this.#clicks}`} lv-click=${this.add}>${this.#clicks}</button>`,
      )}</section>`
    }
  }
  const stage = scene()
  const first = await open(stage, Secret, { id: 'a' })
  const tab = await Tab.join(first)
  await tab.event(5)
  expect(first.paint()).toContain('>1<')
  expect(stage.faults).toHaveLength(1)
  expect(stage.faults[0]).toMatchObject({
    code: 'component-shared',
    owner: 'app',
    component: 'Secret',
    during: 'getTemplate',
  })
  expect(stage.faults[0]!.message).toContain('title="1" where another visitor was shown "0"')
  // What was shown wrongly is not compared with again.
  await tab.event(5)
  expect(stage.faults).toHaveLength(1)
  const second = await open(stage, Secret, { id: 'b' })
  expect(second.paint()).toContain('>0<')
  expect(first.paint()).toContain('>2<')
  expect(stage.faults).toHaveLength(2)
})

test.each<[string, (n: number, it: Shared) => View, string]>([
  ['a variable', (n) => html`<p>${n}</p>`, '"2" where another visitor was shown "1"'],
  ['other markup', (n) => html`<p>${raw(`<b>${n}</b>`)}</p>`, 'other markup where'],
  [
    'another template',
    (n) => html`<p>${n === 1 ? html`<b></b>` : html`<i></i>`}</p>`,
    'another template where',
  ],
  [
    'other rows',
    (n) =>
      html`<p>${each(
        [n],
        (k) => k,
        () => html`<b></b>`,
      )}</p>`,
    'rows of other keys',
  ],
  [
    'more rows',
    (n) => html`<p>${Array.from({ length: n }, () => html`<b></b>`)}</p>`,
    'rows of other keys',
  ],
  [
    'another handler',
    (n, it) => html`<p lv-click=${n === 1 && it.add}></p>`,
    'another handler at lv-click',
  ],
  [
    'a schema of each run',
    (_, it) => html`<p lv-click=${validated({ ...Text }, it.add)}></p>`,
    'another handler at lv-click',
  ],
  ['commands', (n) => html`<p lv-do-click=${toggle(`#m${n}`)}></p>`, 'lv-do-click='],
])(
  'a difference of a shared view is named: %s',
  { tags: ['A16', 'fan-out-refused'] },
  async (_, view, words) => {
    let runs = 0
    class Board extends Shared {
      getTemplate() {
        return view(++runs, this)
      }
    }
    const tab = await visit(Board)
    const error = await tab.another().catch((error) => error)
    expect(error).toMatchObject({ code: 'component-shared' })
    expect(error.message).toContain(words)
  },
)

interface Visitor {
  session: Session
  tab: Tab
}

/** Visitors of a page without `debug`, one after another. */
async function production(component: new () => LiveComponent, count: number): Promise<Visitor[]> {
  const stage = scene()
  stage.around.debug = false
  const visitors: Visitor[] = []
  for (let i = 0; i < count; i++) {
    const session = await open(stage, component, { id: `visitor-${i}` })
    visitors.push({ session, tab: await Tab.join(session) })
  }
  return visitors
}

const paints = (visitors: readonly Visitor[]) => visitors.map(({ session }) => session.paint())
