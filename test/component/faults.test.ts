/** What fails in a component: taken back, told with its place, kept from everything else. */
import { expect, test } from 'vitest'
import { ComponentError, each, html, LiveComponent, mount } from '../../engine/index.ts'
import { byRole, visit } from '../../engine/testing/index.ts'

test('a handler that throws leaves the state as it was, deep changes, new fields and children included', {
  tags: ['A2'],
}, async () => {
  class Child extends LiveComponent<{ register: (child: Child) => void }> {
    n = 1
    start() {
      this.props.register(this)
    }
    getTemplate() {
      return html`<i>${this.n}</i>`
    }
  }
  let child: Child | undefined
  class Parent extends LiveComponent {
    list = [{ done: false }]
    map = new Map([['a', new Set([1])]])
    when = new Date(0)
    fail() {
      this.list[0]!.done = true
      this.list.push({ done: true })
      this.map.get('a')!.add(2)
      this.when.setFullYear(2000)
      ;(this as unknown as { more: number }).more = 1
      child!.n = 2
      throw new Error('no')
    }
    getTemplate() {
      return html`<button lv-click=${this.fail}>Fail</button>${mount(Child, {
        register: (one: Child) => {
          child = one
        },
      })}`
    }
  }
  const tab = await visit(Parent)
  const before = tab.state
  await expect(tab.click(byRole('button'))).rejects.toThrow('no')
  expect(tab.state).toEqual(before)
  expect(tab.text('i')).toBe('1')
})

test('an asynchronous handler that rejects is taken back to its start', {
  tags: ['A2'],
}, async () => {
  class Later extends LiveComponent {
    n = 0
    async fail() {
      this.n = 1
      await Promise.resolve()
      this.n = 2
      throw new Error('late')
    }
    getTemplate() {
      return html`<button lv-click=${this.fail}>${this.n}</button>`
    }
  }
  const tab = await visit(Later)
  await expect(tab.click(byRole('button'))).rejects.toThrow('late')
  expect(tab.text()).toBe('0')
})

test('what a failed handler published is not sent', { tags: ['A2'] }, async () => {
  class Room extends LiveComponent {
    heard = 0
    connected() {
      this.subscribe('room', () => {
        this.heard += 1
      })
    }
    say() {
      this.publish('room', 'x')
      throw new Error('after all')
    }
    getTemplate() {
      return html`<button lv-click=${this.say}>${this.heard}</button>`
    }
  }
  const tab = await visit(Room)
  const other = await tab.another()
  await expect(tab.click(byRole('button'))).rejects.toThrow('after all')
  expect([tab.text(), other.text()]).toEqual(['0', '0'])
})

test('what a failed handler pushed and flashed is not told, but for what a commit had shown', {
  tags: ['A2'],
}, async () => {
  class Telling extends LiveComponent {
    tell() {
      this.push('before', 1)
      this.commit()
      this.push('after', 2)
      this.flash('info', 'Saved')
      throw new Error('after all')
    }
    getTemplate() {
      return html`<button lv-click=${this.tell}>Tell</button>`
    }
  }
  const tab = await visit(Telling)
  await expect(tab.click(byRole('button'))).rejects.toThrow('after all')
  const told = tab.frames.flatMap(({ ops }) =>
    ops.filter((op) => op.op === 'event' || (op.op === 'signal' && op.kind === 'flash')),
  )
  expect(told).toEqual([{ op: 'event', name: 'before', detail: 1 }])
})

function family(failing: 'template' | 'handler' | 'timer' | 'start') {
  class Child extends LiveComponent {
    broken = failing === 'start'
    start() {
      if (failing === 'start') throw new Error('burst')
    }
    connected() {
      if (failing === 'timer') {
        this.after(1000, 'burst')
      }
    }
    burst() {
      throw new Error('burst')
    }
    click() {
      if (failing === 'handler') throw new Error('burst')
      this.broken = true
    }
    getTemplate() {
      if (failing === 'template' && this.broken) throw new Error('burst')
      return html`<button lv-click=${this.click}>Child</button>`
    }
  }
  class Boundary extends LiveComponent {
    fallback(error: unknown, retry: () => void) {
      return html`<p>Sorry: ${(error as Error).message}</p><a href="#" lv-click=${retry}>Again</a>`
    }
    getTemplate() {
      return html`<section>${mount(Child)}</section>`
    }
  }
  return class Page extends LiveComponent {
    n = 0
    getTemplate() {
      return html`<h1 lv-click=${() => this.n++}>${this.n}</h1>${mount(Boundary)}`
    }
  }
}

test.each(['template', 'handler'] as const)(
  'a boundary shows its fallback for a failed %s, the rest of the page lives, and retry brings it back',
  { tags: ['A11', 'lifecycle', 'silent-failures'] },
  async (failing) => {
    const tab = await visit(family(failing))
    await tab.click(byRole('button'))
    expect(tab.text()).toBe('0\nSorry: burst\nAgain')
    await tab.click('h1')
    expect(tab.text('h1')).toBe('1')
    if (failing === 'handler') {
      await tab.click(byRole('link'))
      expect(tab.text()).toBe('1\nChild')
    }
  },
)

test('a boundary shows its fallback for a failed start', {
  tags: ['A11', 'lifecycle'],
}, async () => {
  expect((await visit(family('start'))).text('p')).toBe('Sorry: burst')
})

test('a boundary shows its fallback for a failed timer', {
  tags: ['A11', 'lifecycle'],
}, async () => {
  const tab = await visit(family('timer'))
  await tab.clock.advance(1000)
  expect(tab.text('p')).toBe('Sorry: burst')
})

test('a fallback that fails itself is the next boundary’s', {
  tags: ['A11', 'error-boundary'],
}, async () => {
  class Inner extends LiveComponent {
    fallback(): never {
      throw new Error('the fallback too')
    }
    getTemplate(): never {
      throw new Error('inner')
    }
  }
  class Outer extends LiveComponent {
    fallback(error: unknown) {
      return html`<p>${(error as Error).message}</p>`
    }
    getTemplate() {
      return html`<section>${mount(Inner)}</section>`
    }
  }
  expect((await visit(Outer)).text()).toBe('the fallback too')
})

const SENTENCES: [string, string, new () => LiveComponent, string][] = [
  [
    'component-twice',
    'one key twice',
    class Twice extends LiveComponent {
      getTemplate() {
        return html`${mount(Leaf, { key: 1 })}${mount(Leaf, { key: 1 })}`
      }
    },
    'the key "1" in Twice, received two',
  ],
  [
    'component-view',
    'a template that is asynchronous',
    class Later extends LiveComponent {
      getTemplate() {
        return Promise.resolve('text') as never
      }
    },
    'received a promise',
  ],
  [
    'component-default',
    'a class that is no component',
    class Wrong extends LiveComponent {
      getTemplate() {
        return html`${mount(class Plain {} as never)}`
      }
    },
    'received a class without getTemplate()',
  ],
  [
    'component-detached',
    'a timer in the constructor',
    class Early extends LiveComponent {
      stop = this.every(1, () => {})
      getTemplate() {
        return html``
      }
    },
    'in the constructor of Early',
  ],
]

class Leaf extends LiveComponent {
  getTemplate() {
    return html`<b></b>`
  }
}

test.each(SENTENCES)(
  '%s: %s is refused with a sentence',
  { tags: ['A1'] },
  async (code, _, component, sentence) => {
    const error = await visit(component).then(
      () => undefined,
      (thrown) => thrown,
    )
    expect(error).toBeInstanceOf(ComponentError)
    expect(error).toMatchObject({ code, owner: 'app', message: expect.stringContaining(sentence) })
  },
)

test.each([
  ['text', 'save()', 'received string "save()"'],
  ['the result of a call', 7, 'received number 7'],
])('a handler that is %s says how to write it', { tags: ['A7'] }, async (_, handler, words) => {
  class Called extends LiveComponent {
    getTemplate() {
      return html`<button lv-click=${handler}>x</button>`
    }
  }
  await expect(visit(Called)).rejects.toThrow(`Expected a function at lv-click, ${words}.`)
})

test('a handler that is there by condition only is no handler while it is absent', {
  tags: ['A7'],
}, async () => {
  class Maybe extends LiveComponent {
    n = 0
    on = true
    getTemplate() {
      return html`<button lv-click=${this.on && (() => this.n++)}>${this.n}</button>
        <p lv-click=${() => {
          this.on = false
        }}>Off</p>`
    }
  }
  const tab = await visit(Maybe)
  await tab.click('p')
  await tab.click(byRole('button'))
  expect(tab.text('button')).toBe('0')
})

test('a component outside of any page says so when it is asked for what only a page has', {
  tags: ['A1'],
}, () => {
  const leaf = new Leaf()
  expect(() => leaf.now()).toThrow('received one that is not mounted')
  expect(() => leaf.driver.setText('x')).toThrow('received one that is not mounted')
})

test('state that can’t be stored is refused by name, and taken back', {
  tags: ['A2', 'A13'],
}, async () => {
  class Odd extends LiveComponent {
    kept: unknown = 'fine'
    break() {
      this.kept = { inner: [() => 1] }
    }
    getTemplate() {
      return html`<button lv-click=${this.break}>Break</button>`
    }
  }
  const tab = await visit(Odd)
  await expect(tab.click(byRole('button'))).rejects.toThrow(/Odd.*kept\.inner/)
  expect(tab.state).toEqual({ kept: 'fine' })
})

test('rows that one visitor removes can’t be reached by the handler of another visitor', {
  tags: ['A17'],
}, async () => {
  class Rows extends LiveComponent {
    rows = ['a', 'b']
    getTemplate() {
      return html`<ul>${each(
        this.rows,
        String,
        (row) =>
          html`<li><button lv-click=${() => {
            this.rows = this.rows.filter((one) => one !== row)
          }}>${row}</button></li>`,
      )}</ul>`
    }
  }
  const tab = await visit(Rows)
  const other = await tab.another()
  await tab.click(byRole('button', { name: 'a' }))
  expect([tab.state.rows, other.state.rows]).toEqual([['b'], ['a', 'b']])
})
