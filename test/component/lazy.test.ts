/** Components whose module is loaded when they are needed. */
import { expect, test } from 'vitest'
import { html, LiveComponent, lazy, mount } from '../../engine/index.ts'
import { byRole, visit } from '../../engine/testing/index.ts'
import { gate } from './support/gate.ts'

class Chart extends LiveComponent<{ points: number }> {
  zoom = 1
  getTemplate() {
    return html`<button lv-click=${() => this.zoom++}>${this.props.points} × ${this.zoom}</button>`
  }
}

test('a component is imported when it is mounted first, and a first paint waits for it', {
  tags: ['A16', 'lazy-components'],
}, async () => {
  let imports = 0
  const Lazy = lazy(async () => {
    imports += 1
    return { default: Chart }
  })
  class Page extends LiveComponent {
    shown = false
    getTemplate() {
      return html`<p lv-click=${() => {
        this.shown = true
      }}>Show</p>${this.shown ? html`${mount(Lazy, { points: 1 })}${mount(Lazy, { points: 2 })}` : ''}`
    }
  }
  const tab = await visit(Page)
  expect(imports).toBe(0)
  await tab.click('p')
  expect(tab.text()).toBe('Show\n1 × 1 2 × 1')
  expect(imports).toBe(1)
  expect((await visit(Lazy, { props: { points: 3 } })).text()).toBe('3 × 1')
})

test('the placeholder shows until the module is there', { tags: ['A16'] }, async () => {
  const { promise, open } = gate<{ default: typeof Chart }>()
  const Lazy = lazy(() => promise)
  class Page extends LiveComponent {
    getTemplate() {
      return html`<main>${mount(Lazy, { points: 7 }, html`<em>Loading…</em>`)}</main>`
    }
  }
  const tab = await visit(Page)
  expect(tab.html('main')).toBe('<em>Loading…</em>')
  await open({ default: Chart })
  await tab.clock.advance(0)
  expect(tab.html('main')).toBe('<button>7 × 1</button>')
})

test('a take-over waits for the module and finds the state again, also one that comes late', {
  tags: ['A16', 'lazy-components'],
}, async () => {
  let module = Promise.resolve({ default: Chart })
  let Lazy = lazy(() => module)
  class Page extends LiveComponent {
    getTemplate() {
      return html`${mount(Lazy, { points: 1 }, html`<em>Loading…</em>`)}`
    }
  }
  const tab = await visit(Page)
  await tab.click(byRole('button'))
  // Another process has not loaded it yet.
  Lazy = lazy(() => module)
  await tab.reconnect({ restarted: true })
  expect(tab.text()).toBe('1 × 2')

  const { promise, open } = gate<{ default: typeof Chart }>()
  module = promise
  Lazy = lazy(() => module)
  await tab.reconnect({ restarted: true })
  expect(tab.text()).toBe('Loading…')
  await open({ default: Chart })
  await tab.clock.advance(0)
  expect(tab.text()).toBe('1 × 2')
})

test('an import that fails goes to the boundary, and retry imports again', {
  tags: ['A16', 'A11'],
}, async () => {
  let imports = 0
  const Lazy = lazy(async () => {
    imports += 1
    if (imports === 1) throw new Error('no such file')
    return Chart
  })
  class Page extends LiveComponent {
    fallback(error: unknown, retry: () => void) {
      return html`<p>${(error as Error).message}</p><button lv-click=${retry}>Again</button>`
    }
    getTemplate() {
      return html`${mount(Lazy, { points: 1 })}`
    }
  }
  const tab = await visit(Page)
  expect(tab.text('p')).toBe('no such file')
  await tab.click(byRole('button'))
  expect(tab.text()).toBe('1 × 1')
  expect(imports).toBe(2)
})

test('a module without the class is refused with a sentence', { tags: ['A16'] }, async () => {
  const Lazy = lazy(async () => ({ Chart, points: 1 }) as never)
  await expect(visit(Lazy)).rejects.toThrow('received one that exports Chart, points')
})
