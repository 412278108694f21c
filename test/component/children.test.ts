/** Children: places and keys, props and slots, methods handed down. */
import { expect, test } from 'vitest'
import {
  type Component,
  each,
  html,
  LiveComponent,
  mount,
  type Rendered,
} from '../../engine/index.ts'
import { byRole, visit } from '../../engine/testing/index.ts'

class Tally extends LiveComponent<{ name: string; onAdd?: (name: string) => void }> {
  count = 0
  add() {
    this.count += 1
    this.props.onAdd?.(this.props.name)
  }
  getTemplate() {
    return html`<button lv-click=${this.add}>${this.props.name} ${this.count}</button>`
  }
}

test('a parent’s commit leaves children their state, and they change on their own', {
  tags: ['A3', 'child-survives', 'mounted-children', 'wiped-children'],
}, async () => {
  class Parent extends LiveComponent {
    n = 0
    getTemplate() {
      return html`<p lv-click=${() => this.n++}>${this.n}</p>${mount(Tally, { name: 'a' })}${mount(Tally, { name: 'b' })}`
    }
  }
  const tab = await visit(Parent)
  await tab.click(byRole('button', { name: /^b/ }))
  await tab.click('p')
  await tab.click(byRole('button', { name: /^b/ }))
  expect(tab.text()).toBe('1\na 0 b 2')
  expect(tab.frames).toEqual([
    {
      number: expect.any(Number),
      acknowledged: 3,
      repaint: false,
      ops: [
        { op: 'component', id: 2 },
        { op: 'setText', slot: 4, text: '2' },
        { op: 'component', id: 0 },
      ],
    },
  ])
})

test('children with keys go with their rows', { tags: ['A3', 'child-survives'] }, async () => {
  class Parent extends LiveComponent {
    names = ['a', 'b', 'c']
    getTemplate() {
      return html`<p lv-click=${() => this.names.reverse()}>Reverse</p><ul>${each(
        this.names,
        String,
        (name) => html`<li>${mount(Tally, { key: name, name })}</li>`,
      )}</ul>`
    }
  }
  const tab = await visit(Parent)
  await tab.click(byRole('button', { name: 'a 0' }))
  await tab.click('p')
  expect(
    tab
      .text('ul')
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual(['c 0', 'b 0', 'a 1'])
})

test('a child with a key keeps its state wherever it stands under its parent', {
  tags: ['A3'],
}, async () => {
  class Parent extends LiveComponent {
    left = true
    getTemplate() {
      const child = mount(Tally, { key: 'one', name: 'a' })
      return html`<p lv-click=${() => {
        this.left = !this.left
      }}>Swap</p><section>${this.left ? child : ''}</section><aside>${this.left ? '' : child}</aside>`
    }
  }
  const tab = await visit(Parent)
  await tab.click(byRole('button'))
  await tab.click('p')
  expect([tab.text('section'), tab.text('aside')]).toEqual(['', 'a 1'])
  await tab.click(byRole('button'))
  expect(tab.text('aside')).toBe('a 2')
  await tab.click('p')
  expect([tab.text('section'), tab.text('aside')]).toEqual(['a 2', ''])
})

test('a child keeps state and view when what stands around it becomes another element', {
  tags: ['A3'],
}, async () => {
  class Inner extends LiveComponent {
    getTemplate() {
      return html`<em>${mount(Tally, { name: 'deep' })}</em>`
    }
  }
  class Parent extends LiveComponent {
    wide = false
    getTemplate() {
      const around = this.wide
        ? html`<section>${mount(Inner)}</section>`
        : html`<aside>${mount(Inner)}</aside>`
      return html`<p lv-click=${() => {
        this.wide = !this.wide
      }}>Switch</p>${around}`
    }
  }
  const tab = await visit(Parent)
  await tab.click(byRole('button'))
  await tab.click('p')
  expect(tab.html('section')).toBe('<em><button>deep 1</button></em>')
  await tab.click(byRole('button'))
  await tab.click('p')
  expect(tab.html('aside')).toBe('<em><button>deep 2</button></em>')
})

test('another class at the same place is another child', { tags: ['A3'] }, async () => {
  class Other extends LiveComponent {
    getTemplate() {
      return html`<b>other</b>`
    }
  }
  class Parent extends LiveComponent {
    other = false
    getTemplate() {
      const child = this.other ? mount(Other) : mount(Tally, { name: 'a' })
      return html`<p lv-click=${() => {
        this.other = !this.other
      }}>Swap</p><section>${child}</section>`
    }
  }
  const tab = await visit(Parent)
  await tab.click(byRole('button'))
  await tab.click('p')
  expect(tab.text('section')).toBe('other')
  await tab.click('p')
  expect(tab.text('section')).toBe('a 0')
})

test('a component whose view is another component alone', { tags: ['A3'] }, async () => {
  class Outer extends LiveComponent {
    getTemplate() {
      return html`${mount(Tally, { name: 'inner' })}`
    }
  }
  const tab = await visit(Outer)
  await tab.click(byRole('button'))
  expect(tab.text()).toBe('inner 1')
})

test('a method handed down as a prop is the parent’s own, bound', { tags: ['A1'] }, async () => {
  class Parent extends LiveComponent {
    heard: string[] = []
    note(name: string) {
      this.heard.push(name)
    }
    getTemplate() {
      return html`${mount(Tally, { name: 'a', onAdd: this.note })}<p>${this.heard.join(' ')}</p>`
    }
  }
  const tab = await visit(Parent)
  await tab.click(byRole('button'))
  await tab.click(byRole('button'))
  expect(tab.text('p')).toBe('a a')
})

test('methods are bound wherever they are read, inherited ones and overrides included', {
  tags: ['A1'],
}, () => {
  class Base extends LiveComponent {
    name = 'base'
    hello() {
      return `hello ${this.name}`
    }
    getTemplate() {
      return html``
    }
  }
  class Derived extends Base {
    override name = 'derived'
    override hello() {
      return `${super.hello()}!`
    }
  }
  const { hello } = new Derived()
  expect(hello()).toBe('hello derived!')
  const one = new Derived()
  expect(one.hello).toBe(one.hello)
})

test('what a parent passes as a prop can be a piece of its own view, mounts and handlers included', {
  tags: ['A4'],
}, async () => {
  class Card extends LiveComponent<{ title: string; body: Rendered }> {
    open = true
    getTemplate() {
      return html`<section><h2 lv-click=${() => {
        this.open = !this.open
      }}>${this.props.title}</h2>${this.open ? this.props.body : ''}</section>`
    }
  }
  class Parent extends LiveComponent {
    n = 0
    getTemplate() {
      return html`${mount(Card, {
        title: 'Card',
        body: html`<p lv-click=${() => this.n++}>${this.n}</p>${mount(Tally, { name: 'in' })}`,
      })}`
    }
  }
  const tab = await visit(Parent)
  await tab.click('p')
  expect(tab.text('p')).toBe('1')
  await tab.click(byRole('button'))
  expect(tab.text('button')).toBe('in 1')
  await tab.click('h2')
  expect(tab.text()).toBe('Card')
})

test('the smallest component: a template and a driver, nothing else', {
  tags: ['A3'],
}, async () => {
  class Small implements Component {
    getTemplate() {
      return html`<b>small</b>`
    }
    getDriver() {
      return { attach() {} }
    }
  }
  expect((await visit(Small)).html()).toBe('<b>small</b>')
})

test('a view may be a text, a number or nothing', { tags: ['A1'] }, async () => {
  class Text extends LiveComponent {
    n = 0
    getTemplate() {
      return this.n === 0 ? 'plain <b>' : undefined
    }
  }
  expect((await visit(Text)).html()).toBe('plain &lt;b&gt;')
})
