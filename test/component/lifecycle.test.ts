/** A component's life: which hooks run when, and that everything it started ends with it. */
import { expect, test } from 'vitest'
import { type ComponentDriver, html, LiveComponent, load, mount } from '../../engine/index.ts'
import { byRole, visit } from '../../engine/testing/index.ts'
import { gate } from './support/gate.ts'

/** A page whose child notes what happens to it. */
function stage() {
  const calls: string[] = []
  class Child extends LiveComponent<{ n: number }> {
    ticks = 0
    constructor() {
      super()
      calls.push('created')
    }
    start() {
      calls.push('start')
    }
    mounted() {
      calls.push('mounted')
    }
    connected() {
      calls.push('connected')
      this.every(1000, () => {
        this.ticks += 1
      })
      this.subscribe('topic', () => calls.push('heard'))
      this.track('here', 'child')
    }
    propsChanged(previous: Readonly<{ n: number }>) {
      calls.push(`props ${previous.n} → ${this.props.n}`)
    }
    updated() {
      calls.push('updated')
    }
    unmounted() {
      calls.push('unmounted')
    }
    getTemplate() {
      calls.push('template')
      return html`<b>${this.props.n} ${this.ticks}</b>`
    }
  }
  class Parent extends LiveComponent {
    n = 1
    shown = true
    more() {
      this.n += 1
    }
    toggle() {
      this.shown = !this.shown
    }
    say() {
      this.publish('topic', 'x')
    }
    here() {
      return this.present('here')
    }
    getTemplate() {
      return html`<button lv-click=${this.more}>More</button>
        <button lv-click=${this.toggle}>Toggle</button>
        <button lv-click=${this.say}>Say</button>
        ${this.shown ? mount(Child, { n: this.n }) : ''}<i>${this.here().length}</i>`
    }
  }
  const since = () => calls.splice(0)
  return { Parent, since }
}

const button = (name: string) => byRole('button', { name })

test('first paint: created, start, template, mounted; then connected once the tab has joined', {
  tags: ['A1', 'lifecycle', 'lifecycle-hooks'],
}, async () => {
  const { Parent, since } = stage()
  await visit(Parent)
  expect(since()).toEqual([
    'created',
    'start',
    'template',
    'mounted',
    'connected',
    'template',
    'updated',
    // It tracks a topic, and who is there has changed.
    'template',
    'updated',
  ])
})

test('new props: told with the previous ones, rendered, updated', {
  tags: ['A1', 'lifecycle-hooks'],
}, async () => {
  const { Parent, since } = stage()
  const tab = await visit(Parent)
  since()
  await tab.click(button('More'))
  expect(since()).toEqual(['props 1 → 2', 'template', 'updated'])
  expect(tab.text('b')).toBe('2 0')
})

test('what a component started ends with it: timer, subscription, presence', {
  tags: ['A1', 'lifecycle-hooks', 'ends-with-component'],
}, async () => {
  const { Parent, since } = stage()
  const tab = await visit(Parent)
  await tab.clock.advance(1000)
  expect(tab.text('b')).toBe('1 1')
  await tab.click(button('Toggle'))
  expect(since().at(-1)).toBe('unmounted')
  await tab.clock.advance(10_000)
  await tab.click(button('Say'))
  expect(since()).toEqual([])
  expect(tab.text('i')).toBe('0')
})

test('a component that comes again is a new one', { tags: ['A1'] }, async () => {
  const { Parent, since } = stage()
  const tab = await visit(Parent)
  await tab.clock.advance(3000)
  await tab.click(button('Toggle'))
  since()
  await tab.click(button('Toggle'))
  expect(since().slice(0, 4)).toEqual(['created', 'start', 'template', 'mounted'])
  expect(tab.text('b')).toBe('1 0')
})

test('a reconnect calls nothing again, a restarted server calls connected() and not start()', {
  tags: ['A1', 'state-lost'],
}, async () => {
  const { Parent, since } = stage()
  const tab = await visit(Parent)
  await tab.clock.advance(2000)
  since()
  await tab.disconnect()
  await tab.reconnect()
  expect(since()).toEqual([])
  await tab.reconnect({ restarted: true })
  const calls = since()
  expect(calls).toContain('connected')
  expect(calls).not.toContain('start')
  expect(tab.text('b')).toBe('1 2')
  await tab.clock.advance(1000)
  expect(tab.text('b')).toBe('1 3')
})

test('after() calls the method once, and keeps its deadline over a restart', {
  tags: ['A1'],
}, async () => {
  class Late extends LiveComponent {
    rung = 0
    start() {}
    connected() {
      if (this.rung === 0 && !this.armed) this.after(5000, 'ring')
      this.armed = true
    }
    armed = false
    ring() {
      this.rung += 1
    }
    getTemplate() {
      return html`<p>${this.rung}</p>`
    }
  }
  const tab = await visit(Late)
  await tab.clock.advance(3000)
  await tab.reconnect({ restarted: true })
  await tab.clock.advance(1999)
  expect(tab.text()).toBe('0')
  await tab.clock.advance(1)
  expect(tab.text()).toBe('1')
  await tab.clock.advance(60_000)
  expect(tab.text()).toBe('1')
})

test('a timer’s stop and a subscription’s stop end them earlier', { tags: ['A1'] }, async () => {
  class Stopped extends LiveComponent {
    heard = 0
    connected() {
      const stop = this.every(100, () => {
        this.heard += 1
        if (this.heard === 2) stop()
      })
    }
    getTemplate() {
      return html`<p>${this.heard}</p>`
    }
  }
  const tab = await visit(Stopped)
  await tab.clock.advance(1000)
  expect(tab.text()).toBe('2')
})

test('commit() in long work paints early', { tags: ['A1'] }, async () => {
  class Work extends LiveComponent {
    state = 'idle'
    async work() {
      this.state = 'working'
      this.commit()
      await Promise.resolve()
      this.state = 'done'
    }
    getTemplate() {
      return html`<button lv-click=${this.work}>${this.state}</button>`
    }
  }
  const tab = await visit(Work)
  await tab.click(byRole('button'))
  const texts = tab.frames.flatMap(({ ops }) => ops).map((op) => op.op === 'setText' && op.text)
  expect(texts).toEqual(['working', 'done'])
})

test('handlers of a tab run one after another, in the order of the events', {
  tags: ['A2', 'event-sequence'],
}, async () => {
  const order: string[] = []
  class Slow extends LiveComponent {
    async first() {
      order.push('first begins')
      await new Promise((resolve) => setImmediate(resolve))
      order.push('first ends')
    }
    second() {
      order.push('second')
    }
    getTemplate() {
      return html`<button lv-pointerdown=${this.first} lv-click=${this.second}>Go</button>`
    }
  }
  const tab = await visit(Slow)
  await tab.click(byRole('button'))
  expect(order).toEqual(['first begins', 'first ends', 'second'])
})

/** A page with two children, the first of which has a child; all of them note their hooks. */
function family() {
  const calls: string[] = []
  class Noting extends LiveComponent<{ n?: number }> {
    constructor() {
      super()
      this.#note('created')
    }
    start() {
      this.#note('start')
    }
    mounted() {
      this.#note('mounted')
    }
    connected() {
      this.#note('connected')
    }
    propsChanged() {
      this.#note('propsChanged')
    }
    updated() {
      this.#note('updated')
    }
    unmounted() {
      this.#note('unmounted')
    }
    getTemplate() {
      this.#note('template')
      return this.view()
    }
    view() {
      return html`<i>${this.props.n}</i>`
    }
    #note(hook: string) {
      calls.push(`${this.constructor.name} ${hook}`)
    }
  }
  class Inner extends Noting {}
  class Second extends Noting {}
  class First extends Noting {
    override view() {
      return html`<b>${mount(Inner, this.props)}</b>`
    }
  }
  class Top extends Noting {
    n = 1
    shown = true
    override view() {
      return html`<button lv-click=${() => this.n++}>More</button><p lv-click=${() => {
        this.shown = false
      }}>Drop</p>${this.shown ? [html`${mount(First, { n: this.n })}`, html`${mount(Second, { n: this.n })}`] : ''}`
    }
  }
  return { Top, since: () => calls.splice(0).join(', ') }
}

test('the order of a family’s hooks: mount, update, unmount', {
  tags: ['A1', 'hook-order'],
}, async () => {
  const { Top, since } = family()
  const tab = await visit(Top)
  // Made and started from the top down, each with its siblings; rendered then; mounted from the bottom up; live from the top, each in a turn of its own.
  expect(since()).toBe(
    'Top created, Top start, Top template, ' +
      'First created, First start, Second created, Second start, First template, ' +
      'Inner created, Inner start, Inner template, Second template, ' +
      'Inner mounted, First mounted, Second mounted, Top mounted, ' +
      'Top connected, Top template, Top updated, First connected, First template, First updated, ' +
      'Inner connected, Inner template, Inner updated, Second connected, Second template, Second updated',
  )
  await tab.click(byRole('button'))
  expect(since()).toBe(
    'Top template, First propsChanged, Second propsChanged, First template, Inner propsChanged, ' +
      'Inner template, Second template, Inner updated, First updated, Second updated, Top updated',
  )
  await tab.click('p')
  expect(since()).toBe(
    'Top template, Inner unmounted, First unmounted, Second unmounted, Top updated',
  )
})

test('the order of a family’s hooks: taken up by another process, and ended with the session', {
  tags: ['A1', 'hook-order'],
}, async () => {
  const { Top, since } = family()
  const tab = await visit(Top)
  since()
  await tab.reconnect({ restarted: true })
  const calls = since().split(', ')
  expect(calls.slice(0, 4)).toEqual([
    'Inner unmounted',
    'First unmounted',
    'Second unmounted',
    'Top unmounted',
  ])
  expect(calls.slice(4, 15).join(', ')).toBe(
    'Top created, Top template, First created, Second created, First template, Inner created, Inner template, ' +
      'Second template, Inner mounted, First mounted, Second mounted',
  )
})

test('the order of a family’s hooks: a failure ends the children, then the fallback stands', {
  tags: ['A1', 'hook-order'],
}, async () => {
  const calls: string[] = []
  class Child extends LiveComponent {
    unmounted() {
      calls.push('child unmounted')
    }
    getTemplate() {
      return html`<button lv-click=${() => {
        throw new Error('burst')
      }}>Fail</button>`
    }
  }
  class Boundary extends LiveComponent {
    fallback() {
      calls.push('fallback')
      return html`<p>failed</p>`
    }
    updated() {
      calls.push('updated')
    }
    getTemplate() {
      return html`<main>${mount(Child)}</main>`
    }
  }
  const tab = await visit(Boundary)
  await tab.click(byRole('button'))
  expect([calls, tab.text()]).toEqual([['fallback', 'child unmounted', 'updated'], 'failed'])
})

test('title() is in the first paint’s head, reaches the tab, and is told again where it was lost', {
  tags: ['A1', 'A22'],
}, async () => {
  class Titled extends LiveComponent {
    start() {
      this.title('First')
    }
    next() {
      this.title('Second')
    }
    getTemplate() {
      return html`<button lv-click=${this.next}>Next</button>`
    }
  }
  const tab = await visit(Titled)
  const titles = () =>
    tab.frames.flatMap(({ ops }) => ops.filter((op) => op.op === 'signal' && op.kind === 'title'))
  expect(titles()).toEqual([])
  await tab.click(byRole('button'))
  expect(titles()).toEqual([{ op: 'signal', kind: 'title', value: 'Second' }])
  await tab.reconnect({ restarted: true })
  expect(titles()).toEqual([{ op: 'signal', kind: 'title', value: 'Second' }])
})

test('flash() is told once, and waits for a tab that is away', { tags: ['A22'] }, async () => {
  class Flashing extends LiveComponent {
    connected() {
      this.after(1000, 'late')
    }
    save() {
      this.flash('info', 'Saved')
    }
    late() {
      this.flash('error', 'Too late')
    }
    getTemplate() {
      return html`<button lv-click=${this.save}>Save</button>`
    }
  }
  const tab = await visit(Flashing)
  const flashes = () =>
    tab.frames.flatMap(({ ops }) => ops.filter((op) => op.op === 'signal' && op.kind === 'flash'))
  await tab.click(byRole('button'))
  expect(flashes()).toEqual([
    { op: 'signal', kind: 'flash', value: { kind: 'info', text: 'Saved' } },
  ])
  await tab.disconnect()
  await tab.clock.advance(1000)
  await tab.reconnect()
  expect(flashes()).toEqual([
    { op: 'signal', kind: 'flash', value: { kind: 'error', text: 'Too late' } },
  ])
})

test('nothing outlives its component: timers, topics, presence, loads', {
  tags: ['A1', 'ends-with-component', 'endless-timers'],
}, async () => {
  const { signal, calls, Child } = everything()
  class Page extends LiveComponent {
    shown = true
    getTemplate() {
      return html`<button lv-click=${() => {
        this.shown = false
      }}>Drop</button><p lv-click=${() => this.publish('topic', 1)}>Say</p>
        <i>${this.present('here').length}</i>${this.shown ? mount(Child) : ''}`
    }
  }
  const tab = await visit(Page)
  await tab.clock.advance(1000)
  await tab.click('p')
  expect(calls.splice(0)).toEqual(['every', 'after', 'message'])
  await tab.click(byRole('button'))
  await tab.clock.advance(60_000)
  await tab.click('p')
  expect([calls, signal()?.aborted, tab.text('i')]).toEqual([[], true, '0'])
})

/** A component that starts one of everything. */
function everything() {
  const calls: string[] = []
  let signal: AbortSignal | undefined
  class Child extends LiveComponent {
    wait = load((given) => {
      signal = given
      return new Promise<never>(() => {})
    })
    connected() {
      this.every(1000, () => calls.push('every'))
      this.after(1000, 'ring')
      this.subscribe('topic', () => calls.push('message'))
      this.track('here', 'child')
    }
    ring() {
      calls.push('after')
    }
    getTemplate() {
      return html`<b></b>`
    }
  }
  return { calls, Child, signal: () => signal }
}

test('a start that had not settled is called again by the process that takes the session up', {
  tags: ['A1', 'A10'],
}, async () => {
  const gates: ReturnType<typeof gate<string>>[] = []
  class Slow extends LiveComponent {
    name = ''
    async start() {
      const one = gate<string>()
      gates.push(one)
      this.name = await one.promise
    }
    placeholder() {
      return 'Loading…'
    }
    getTemplate() {
      return html`<p>${this.name}</p>`
    }
  }
  const tab = await visit(Slow)
  expect(tab.text()).toBe('Loading…')
  await tab.reconnect({ restarted: true })
  await gates[1]!.open('Ada')
  await tab.clock.advance(0)
  expect([tab.text(), gates.length]).toEqual(['Ada', 2])
  await tab.reconnect({ restarted: true })
  expect([tab.text(), gates.length]).toEqual(['Ada', 2])
})

test('the listeners of a component’s driver end with it', {
  tags: ['A1', 'ends-with-component', 'driver-events'],
}, async () => {
  const heard: unknown[] = []
  let driver: ComponentDriver | undefined
  class Child extends LiveComponent {
    connected() {
      driver = this.driver
      driver.on('say', ({ data }) => heard.push(data))
    }
    getTemplate() {
      return html`<b></b>`
    }
  }
  class Page extends LiveComponent {
    shown = true
    getTemplate() {
      return html`<button lv-click=${() => {
        this.shown = false
      }}>Drop</button>${this.shown ? mount(Child) : ''}`
    }
  }
  const tab = await visit(Page)
  await driver!.executeEvent('say', 1)
  await tab.click(byRole('button'))
  await driver!.executeEvent('say', 2)
  expect(heard).toEqual([1])
})
