/** Slots: pieces of a parent's view that a child shows, with handlers that stay the parent's. */
import { expect, test } from 'vitest'
import { each, type Fault, html, LiveComponent, mount, type View } from '../../engine/index.ts'
import { byRole, visit } from '../../engine/testing/index.ts'

class Panel extends LiveComponent<{ header: View; children?: View }> {
  open = true
  toggles = 0
  toggle() {
    this.open = !this.open
    this.toggles += 1
  }
  getTemplate() {
    return html`<section><header>${this.props.header}</header><button lv-click=${this.toggle}>Toggle ${this.toggles}</button>${
      this.open ? html`<main>${this.props.children}</main>` : ''
    }</section>`
  }
}

class Page extends LiveComponent {
  n = 0
  add() {
    this.n += 1
  }
  getTemplate() {
    return html`${mount(Panel, {
      header: html`<h1>${this.n}</h1>`,
      children: html`<a href="#" lv-click=${this.add}>Add to ${this.n}</a>`,
    })}`
  }
}

test('a slot changes when its parent commits, and the child’s own state stays', {
  tags: ['A1', 'props-and-slots'],
}, async () => {
  const tab = await visit(Page)
  await tab.click(byRole('link'))
  expect(tab.text()).toBe('1\nToggle 0\nAdd to 1')
  expect(tab.frames.flatMap(({ ops }) => ops)).toEqual([
    { op: 'component', id: 1 },
    { op: 'setText', slot: 7, text: '1' },
    { op: 'setText', slot: 12, text: '1' },
    { op: 'component', id: 0 },
  ])
})

test('a slot stands through the child’s own commits, and its handlers stay the parent’s', {
  tags: ['A1', 'props-and-slots'],
}, async () => {
  const tab = await visit(Page)
  await tab.click(byRole('button'))
  expect(tab.text()).toBe('0\nToggle 1')
  await tab.click(byRole('button'))
  expect(tab.text()).toBe('0\nToggle 2\nAdd to 0')
  await tab.click(byRole('link'))
  await tab.click(byRole('button'))
  await tab.click(byRole('button'))
  await tab.click(byRole('link'))
  expect(tab.text()).toBe('2\nToggle 4\nAdd to 2')
})

test('slots are derived by the parent again at a take-over', {
  tags: ['A1', 'props-and-slots'],
}, async () => {
  const tab = await visit(Page)
  await tab.click(byRole('link'))
  await tab.click(byRole('button'))
  await tab.reconnect({ restarted: true })
  await tab.click(byRole('button'))
  await tab.click(byRole('link'))
  expect(tab.text()).toBe('2\nToggle 2\nAdd to 2')
})

test('a slot passed on through two levels', { tags: ['A1'] }, async () => {
  class Outer extends LiveComponent<{ children: View }> {
    n = 0
    getTemplate() {
      return html`<i lv-click=${() => this.n++}>${this.n}</i>${mount(Panel, {
        header: this.props.children,
      })}`
    }
  }
  class Top extends LiveComponent {
    n = 0
    getTemplate() {
      return html`${mount(Outer, { children: html`<b lv-click=${() => this.n++}>${this.n}</b>` })}`
    }
  }
  const tab = await visit(Top)
  await tab.click('b')
  await tab.click('i')
  await tab.click('b')
  expect([tab.text('b'), tab.text('i')]).toEqual(['2', '1'])
})

test('a slot within the rows of the child, gone and come again', { tags: ['A1'] }, async () => {
  class Rows extends LiveComponent<{ row: (name: string) => View; empty: View }> {
    names = ['a', 'b']
    getTemplate() {
      return html`<button lv-click=${() => this.names.shift()}>Drop</button><ul>${each(
        this.names,
        String,
        (name) => html`<li>${this.props.row(name)}</li>`,
      )}</ul>${this.names.length === 0 ? this.props.empty : ''}`
    }
  }
  class Top extends LiveComponent {
    heard: string[] = []
    getTemplate() {
      return html`${mount(Rows, {
        row: (name: string) =>
          html`<u lv-click=${() => this.heard.push(name)}>${name} ${this.heard.length}</u>`,
        empty: html`<em lv-click=${() => this.heard.push('empty')}>Nothing</em>`,
      })}<p>${this.heard.join(' ')}</p>`
    }
  }
  const tab = await visit(Top)
  await tab.click('li:last-child u')
  expect(tab.text('ul')).toBe('a 1\nb 1')
  await tab.click(byRole('button'))
  await tab.click('u')
  await tab.click(byRole('button'))
  await tab.click('em')
  expect(tab.text('p')).toBe('b b empty')
})

test('what a slot’s handler throws is its parent’s fault, not the child’s it stands in', {
  tags: ['A11'],
}, async () => {
  class Frame extends LiveComponent<{ children: View }> {
    fallback() {
      return html`<p>the frame’s</p>`
    }
    getTemplate() {
      return html`<div>${this.props.children}</div>`
    }
  }
  class Inner extends LiveComponent {
    fail() {
      throw new Error('mine')
    }
    getTemplate() {
      return html`${mount(Frame, { children: html`<button lv-click=${this.fail}>Fail</button>` })}`
    }
  }
  class Top extends LiveComponent {
    fallback(
      error: unknown,
      _: () => void,
      { component, handler, owner }: { component?: string; handler?: string; owner: string },
    ) {
      return html`<p>${component}.${handler}: ${(error as Error).message}, ${owner}</p>`
    }
    getTemplate() {
      return html`<main>${mount(Inner)}</main>`
    }
  }
  const tab = await visit(Top)
  await tab.click(byRole('button'))
  expect(tab.text()).toBe('Inner.fail: mine, app')
})

test('a slot’s handler stays its parent’s when the child’s driver has written into the slot', {
  tags: ['A11'],
}, async () => {
  class Frame extends LiveComponent<{ children: View }> {
    fallback() {
      return html`<p>the frame’s</p>`
    }
    paint() {
      this.driver.getDriverById('inner').setText('written')
    }
    getTemplate() {
      return html`<div><h1 lv-click=${this.paint}>Paint</h1>${this.props.children}</div>`
    }
  }
  class Inner extends LiveComponent {
    getTemplate() {
      return html`${mount(Frame, {
        children: html`<button id="inner" lv-click=${() => {
          throw new Error('mine')
        }}>${1}</button>`,
      })}`
    }
  }
  class Top extends LiveComponent {
    fallback(_: unknown, __: () => void, { component }: Fault) {
      return html`<p>${component}</p>`
    }
    getTemplate() {
      return html`<main>${mount(Inner)}</main>`
    }
  }
  const tab = await visit(Top)
  await tab.click('h1')
  expect(tab.text('button')).toBe('written')
  await tab.click(byRole('button'))
  expect(tab.text()).toBe('Inner')
})

test('one mount() that is shown at two places is refused with a sentence', {
  tags: ['A1'],
}, async () => {
  class Leaf extends LiveComponent {
    getTemplate() {
      return 'leaf'
    }
  }
  class Twice extends LiveComponent<{ children: View }> {
    getTemplate() {
      return html`<p>${this.props.children}</p><p>${this.props.children}</p>`
    }
  }
  class Top extends LiveComponent {
    getTemplate() {
      return html`${mount(Twice, { children: html`<b>${mount(Leaf)}</b>` })}`
    }
  }
  await expect(visit(Top)).rejects.toThrow(
    'mount(Leaf) in one place of Twice, received one in two places.',
  )
})
