/** Error boundaries: whatever throws below them, what they are told, and what a retry finds again. */
import { expect, test } from 'vitest'
import { type Fault, html, LiveComponent, lazy, mount, recover } from '../../engine/index.ts'
import { byRole, visit } from '../../engine/testing/index.ts'

type Failing =
  | 'constructor'
  | 'start'
  | 'start later'
  | 'getTemplate'
  | 'go'
  | 'connected'
  | 'mounted'
  | 'updated'
  | 'timer'
  | 'message'
  | 'propsChanged'
  | 'import'

/** A boundary around a child that fails once, in one place. */
function stage(failing: Failing) {
  let isBroken = true
  const burst = (where: Failing) => {
    if (failing !== where || !isBroken) return
    isBroken = false
    throw new Error('burst')
  }
  class Child extends LiveComponent<{ n: number }> {
    clicks = 0
    constructor() {
      super()
      burst('constructor')
    }
    start() {
      burst('start')
      if (failing === 'start later') return Promise.resolve().then(() => burst('start later'))
    }
    connected() {
      burst('connected')
      this.after(1000, 'ring')
      this.subscribe('topic', () => burst('message'))
    }
    mounted() {
      burst('mounted')
    }
    updated() {
      burst('updated')
    }
    propsChanged() {
      burst('propsChanged')
    }
    ring() {
      burst('timer')
    }
    go() {
      this.clicks += 1
      burst('go')
    }
    getTemplate() {
      burst('getTemplate')
      return html`<button lv-click=${this.go}>${this.props.n} ${this.clicks}</button>`
    }
  }
  const Shown =
    failing === 'import'
      ? lazy(async () => {
          burst('import')
          return Child
        })
      : Child
  class Boundary extends LiveComponent<{ n: number }> {
    fallback(_error: unknown, retry: () => void, { owner, component, during, message }: Fault) {
      return html`<p>${owner} ${component} ${during}: ${message}</p><a href="#" lv-click=${retry}>Again</a>`
    }
    getTemplate() {
      return html`<section>${mount(Shown, { n: this.props.n })}</section>`
    }
  }
  return class Page extends LiveComponent {
    n = 0
    getTemplate() {
      return html`<h1 lv-click=${() => this.n++}>${this.n}</h1>
        <h2 lv-click=${() => this.publish('topic', 1)}>Say</h2>${mount(Boundary, { n: this.n })}`
    }
  }
}

const CASES: [Failing, from: string][] = [
  ['constructor', 'Child constructor: Child failed in constructor'],
  ['start', 'Child start: Child failed in start'],
  ['start later', 'Child start: Child failed in start'],
  ['getTemplate', 'Child getTemplate: Child failed in getTemplate'],
  ['go', 'Child go: Child failed in go'],
  ['connected', 'Child connected: Child failed in connected'],
  ['mounted', 'Child mounted: Child failed in mounted'],
  ['updated', 'Child updated: Child failed in updated'],
  ['timer', 'Child timer: Child failed in timer'],
  ['message', 'Child message: Child failed in message'],
  ['propsChanged', 'Child propsChanged: Child failed in propsChanged'],
  ['import', 'Lazy import: Lazy failed in import'],
]

test.each(CASES)(
  'a throw in %s: the boundary shows whose fault it was, the rest lives, retry brings it back',
  { tags: ['A11', 'error-boundary'] },
  async (failing, from) => {
    const tab = await visit(stage(failing))
    if (failing === 'go') await tab.click(byRole('button'))
    if (failing === 'timer') await tab.clock.advance(1000)
    if (failing === 'message') await tab.click('h2')
    if (failing === 'propsChanged') await tab.click('h1')
    expect(tab.text('p')).toBe(`app ${from}: burst`)
    await tab.click('h1')
    await tab.click(byRole('link'))
    expect(tab.text(byRole('button'))).toBe(`${tab.text('h1')} 0`)
  },
)

test('after a handler that failed, retry finds the children as they were before it', {
  tags: ['A11', 'error-boundary'],
}, async () => {
  class Counter extends LiveComponent {
    n = 0
    add() {
      this.n += 1
      if (this.n === 3) throw new Error('three')
    }
    getTemplate() {
      return html`<button lv-click=${this.add}>${this.n}</button>`
    }
  }
  class Page extends LiveComponent {
    fallback(_: unknown, retry: () => void) {
      return html`<a href="#" lv-click=${retry}>Again</a>`
    }
    getTemplate() {
      return html`<main>${mount(Counter)}</main>`
    }
  }
  const tab = await visit(Page)
  for (let i = 0; i < 3; i++) await tab.click(byRole('button'))
  await tab.click(byRole('link'))
  expect(tab.text()).toBe('2')
  // A process that takes the session up meanwhile tries again by itself.
  await tab.click(byRole('button'))
  expect(tab.text()).toBe('Again')
  await tab.reconnect({ restarted: true })
  expect(tab.text()).toBe('2')
})

test('after a template that failed, retry mounts the children anew', {
  tags: ['A11'],
}, async () => {
  class Bad extends LiveComponent {
    n = 0
    getTemplate() {
      if (this.n === 1) throw new Error('one')
      return html`<button lv-click=${() => this.n++}>${this.n}</button>`
    }
  }
  class Page extends LiveComponent {
    fallback(_: unknown, retry: () => void) {
      return html`<a href="#" lv-click=${retry}>Again</a>`
    }
    getTemplate() {
      return html`<main>${mount(Bad)}</main>`
    }
  }
  const tab = await visit(Page)
  await tab.click(byRole('button'))
  await tab.click(byRole('link'))
  expect(tab.text()).toBe('0')
})

test('a child that a commit took out in the middle of a failed handler comes back with its state', {
  tags: ['A11'],
}, async () => {
  class Counter extends LiveComponent {
    n = 0
    getTemplate() {
      return html`<button lv-click=${() => this.n++}>${this.n}</button>`
    }
  }
  class Page extends LiveComponent {
    shown = true
    fail() {
      this.shown = false
      this.commit()
      throw new Error('after all')
    }
    getTemplate() {
      return html`<p lv-click=${this.fail}>Fail</p>${this.shown ? mount(Counter) : ''}`
    }
  }
  const tab = await visit(Page)
  await tab.click(byRole('button'))
  await expect(tab.click('p')).rejects.toThrow('after all')
  expect(tab.text('button')).toBe('1')
  await tab.click(byRole('button'))
  await tab.reconnect({ restarted: true })
  expect(tab.text('button')).toBe('2')
})

test('of two that fail at once beside each other the boundary shows one, and the outer boundary none', {
  tags: ['A11'],
}, async () => {
  class Bad extends LiveComponent {
    start() {
      throw new Error('bad')
    }
    getTemplate() {
      return 'bad'
    }
  }
  class Inner extends LiveComponent {
    fallback() {
      return html`<p>inner</p>`
    }
    getTemplate() {
      return html`<b>${mount(Bad)}</b><b>${mount(Bad)}</b>`
    }
  }
  class Outer extends LiveComponent {
    fallback() {
      return html`<p>outer</p>`
    }
    getTemplate() {
      return html`<main>${mount(Inner)}</main>`
    }
  }
  expect((await visit(Outer)).text()).toBe('inner')
})

test('what fails below a fallback is the next boundary’s', { tags: ['A11'] }, async () => {
  class Bad extends LiveComponent {
    getTemplate(): never {
      throw new Error('bad')
    }
  }
  class Inner extends LiveComponent {
    fallback() {
      return html`<p>${mount(Bad)}</p>`
    }
    getTemplate() {
      return html`<i>${mount(Bad)}</i>`
    }
  }
  class Outer extends LiveComponent {
    fallback(error: unknown) {
      return html`<p>outer: ${(error as Error).message}</p>`
    }
    getTemplate() {
      return html`<main>${mount(Inner)}</main>`
    }
  }
  expect((await visit(Outer)).text()).toBe('outer: bad')
})

test('what its own constructor throws goes to the boundary above: there is no component yet that could answer', {
  tags: ['A11'],
}, async () => {
  class Unborn extends LiveComponent {
    constructor() {
      super()
      throw new Error('bad')
    }
    getTemplate() {
      return ''
    }
    fallback() {
      return 'its own'
    }
  }
  class Outer extends LiveComponent {
    getTemplate() {
      return html`${mount(Unborn)}`
    }
    fallback(error: Error) {
      return `outer: ${error.message}`
    }
  }
  expect((await visit(Outer)).text()).toBe('outer: bad')
})

test('a view that fails without a boundary stays as it was, with its children, and the others change', {
  tags: ['A11'],
}, async () => {
  class Counter extends LiveComponent {
    n = 0
    getTemplate() {
      return html`<button lv-click=${() => this.n++}>${this.n}</button>`
    }
  }
  class Broken extends LiveComponent {
    constructor() {
      super()
      throw new Error('never made')
    }
    getTemplate() {
      return ''
    }
  }
  class Half extends LiveComponent<{ on: boolean }> {
    getTemplate() {
      return html`<section>${this.props.on ? mount(Broken) : mount(Counter)}</section>`
    }
  }
  class Page extends LiveComponent {
    on = false
    getTemplate() {
      return html`${mount(Half, { on: this.on })}<h1 lv-click=${() => {
        this.on = !this.on
      }}>${String(this.on)}</h1>${mount(After, { on: this.on })}`
    }
  }
  class After extends LiveComponent<{ on: boolean }> {
    getTemplate() {
      return html`<i>${String(this.props.on)}</i>`
    }
  }
  const tab = await visit(Page)
  await tab.click(byRole('button'))
  await expect(tab.click('h1')).rejects.toThrow('never made')
  await tab.click(byRole('button'))
  expect([tab.text('button'), tab.text('h1'), tab.text('i')]).toEqual(['2', 'true', 'true'])
  await tab.click('h1')
  expect(tab.text('button')).toBe('2')
})

test('recover() shows something else in place of a piece that throws, and the rest stands', {
  tags: ['A11', 'recover'],
}, async () => {
  const details = (row: string) => {
    if (row === 'b') throw new Error('unreadable b')
    return html`<b>${row}</b>`
  }
  class Page extends LiveComponent {
    getTemplate() {
      return html`<ul>${['a', 'b'].map(
        (row) =>
          html`<li>${recover(
            () => details(row),
            (error) => (error as Error).message,
          )}</li>`,
      )}</ul>`
    }
  }
  expect((await visit(Page)).html()).toBe('<ul><li><b>a</b></li><li>unreadable b</li></ul>')
})

test('a boundary that failed in the first paint is mounted once, updated after retry, unmounted once', {
  tags: ['A1', 'A11'],
}, async () => {
  const calls: string[] = []
  let isBroken = true
  class Bad extends LiveComponent {
    start() {
      if (isBroken) throw new Error('bad')
    }
    getTemplate() {
      return html`<p>good</p>`
    }
  }
  class Boundary extends LiveComponent {
    mounted() {
      calls.push('mounted')
    }
    updated() {
      calls.push('updated')
    }
    unmounted() {
      calls.push('unmounted')
    }
    fallback(_: unknown, retry: () => void) {
      return html`<a href="#" lv-click=${retry}>Again</a>`
    }
    getTemplate() {
      return html`<main>${mount(Bad)}</main>`
    }
  }
  class Page extends LiveComponent {
    shown = true
    getTemplate() {
      return html`<h1 lv-click=${() => {
        this.shown = false
      }}>Drop</h1>${this.shown ? mount(Boundary) : ''}`
    }
  }
  const tab = await visit(Page)
  isBroken = false
  await tab.click(byRole('link'))
  expect(tab.text('p')).toBe('good')
  await tab.click('h1')
  expect(calls).toEqual(['mounted', 'updated', 'unmounted'])
})
