/** A component's life: which hooks run when, and that everything it started ends with it. */
import { expect, test } from 'vitest'
import { html, LiveComponent, mount } from '../../engine/index.ts'
import { byRole, visit } from '../../engine/testing/index.ts'

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

test('A1 first paint: created, start, template, mounted; then connected once the tab has joined', async () => {
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
  ])
})

test('A1 new props: told with the previous ones, rendered, updated', async () => {
  const { Parent, since } = stage()
  const tab = await visit(Parent)
  since()
  await tab.click(button('More'))
  expect(since()).toEqual(['props 1 → 2', 'template', 'updated'])
  expect(tab.text('b')).toBe('2 0')
})

test('A1 what a component started ends with it: timer, subscription, presence', async () => {
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

test('A1 a component that comes again is a new one', async () => {
  const { Parent, since } = stage()
  const tab = await visit(Parent)
  await tab.clock.advance(3000)
  await tab.click(button('Toggle'))
  since()
  await tab.click(button('Toggle'))
  expect(since().slice(0, 4)).toEqual(['created', 'start', 'template', 'mounted'])
  expect(tab.text('b')).toBe('1 0')
})

test('A1 a reconnect calls nothing again, a restarted server calls connected() and not start()', async () => {
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

test('A1 after() calls the method once, and keeps its deadline over a restart', async () => {
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

test('A1 a timer’s stop and a subscription’s stop end them earlier', async () => {
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

test('A1 commit() in long work paints early', async () => {
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

test('A2 handlers of a tab run one after another, in the order of the events', async () => {
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
