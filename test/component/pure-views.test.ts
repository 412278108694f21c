/** A view that changes state is told by component and field, where developers and checks look. */
import { expect, test } from 'vitest'
import { type Component, each, html, LiveComponent, mount, stream } from '../../engine/index.ts'
import { byRole, visit } from '../../engine/testing/index.ts'

class Assigns extends LiveComponent {
  count = 0
  getTemplate() {
    this.count += 1
    return html`<p>${this.count}</p>`
  }
}
class CallsAHandler extends LiveComponent {
  count = 0
  add() {
    this.count += 1
  }
  getTemplate() {
    return html`<p>${this.add() as undefined}${this.count}</p>`
  }
}
class SortsInPlace extends LiveComponent {
  names = ['warp', 'weft', 'loom']
  getTemplate() {
    return html`<p>${this.names.sort().join()}</p>`
  }
}
class FillsAMap extends LiveComponent {
  seen = new Map([[1, 'one']])
  getTemplate() {
    this.seen.set(this.seen.size + 1, 'more')
    return html`<p>${this.seen.size}</p>`
  }
}
class FillsASet extends LiveComponent {
  seen = new Set<number>()
  getTemplate() {
    return html`<p>${this.seen.add(7).size}</p>`
  }
}
class DeepDown extends LiveComponent {
  order = { lines: [{ amount: 1 }] }
  getTemplate() {
    this.order.lines[0]!.amount *= 2
    return html`<p>${this.order.lines[0]!.amount}</p>`
  }
}
class AddsAField extends LiveComponent {
  getTemplate() {
    Object.assign(this, { sum: 7 })
    return html`<p>7</p>`
  }
}
class ChangesItsParent extends LiveComponent {
  told = 0
  tell() {
    this.told += 1
  }
  getTemplate() {
    return html`<main>${mount(Teller, { tell: this.tell })}</main>`
  }
}
class Teller extends LiveComponent<{ tell: () => void }> {
  getTemplate() {
    this.props.tell()
    return html`<p>told</p>`
  }
}

test.each<[string, new () => Component, string, string]>([
  ['assigns a field', Assigns, 'Assigns', 'Assigns.count'],
  ['calls a handler', CallsAHandler, 'CallsAHandler', 'CallsAHandler.count'],
  ['sorts a list in place', SortsInPlace, 'SortsInPlace', 'SortsInPlace.names'],
  ['fills a Map', FillsAMap, 'FillsAMap', 'FillsAMap.seen'],
  ['fills a Set', FillsASet, 'FillsASet', 'FillsASet.seen'],
  ['changes an object deep down', DeepDown, 'DeepDown', 'DeepDown.order'],
  ['adds a field', AddsAField, 'AddsAField', 'AddsAField.sum'],
  ['has its parent change', ChangesItsParent, 'Teller', 'ChangesItsParent.told'],
])(
  'a view that %s is a fault that names component and field',
  { tags: ['A4'] },
  async (_, component, view, field) => {
    await expect(visit(component)).rejects.toThrow(
      `the view of ${view} to change no state, received a new value in ${field} `,
    )
  },
)

test('a view that changes a component below is a fault too', { tags: ['A4'] }, async () => {
  let below: Below | undefined
  class Below extends LiveComponent {
    count = 0
    start() {
      below = this
    }
    getTemplate() {
      return html`<p>${this.count}</p>`
    }
  }
  class Above extends LiveComponent {
    turns = 0
    rotate() {
      this.turns += 1
    }
    getTemplate() {
      if (this.turns > 0) below!.count += 1
      return html`<button lv-click=${this.rotate}>${this.turns}</button>${mount(Below)}`
    }
  }
  const tab = await visit(Above)
  await expect(tab.click(byRole('button'))).rejects.toThrow('the view of Above to change no state')
})

test('a view that puts rows into a stream is a fault', { tags: ['A4'] }, async () => {
  class Puts extends LiveComponent {
    rows = stream((row: number) => row, { refill: (keys) => keys })
    getTemplate() {
      this.rows.append(1)
      return html`<ul>${each(this.rows, (row) => html`<li>${row}</li>`)}</ul>`
    }
  }
  await expect(visit(Puts)).rejects.toThrow('the view of Puts to change no state')
})

test('a view that copies before it sorts, and reads what loads, is none', {
  tags: ['A4'],
}, async () => {
  class Pure extends LiveComponent {
    names = ['warp', 'weft', 'loom']
    #cache: string | undefined
    getTemplate() {
      this.#cache ??= [...this.names].sort().join()
      return html`<p>${this.#cache}</p>`
    }
  }
  expect((await visit(Pure)).text()).toBe('loom,warp,weft')
})

test.each([
  ['every', (it: LiveComponent) => it.every(1000, undefined as never)],
  ['subscribe', (it: LiveComponent) => it.subscribe('room', undefined as never)],
])(
  'this.%s() with a method that was called says how to write it',
  { tags: ['A7'] },
  async (call, connect) => {
    class Called extends LiveComponent {
      connected() {
        connect(this)
      }
      getTemplate() {
        return html`<p>Called</p>`
      }
    }
    await expect(visit(Called)).rejects.toThrow(
      `Expected a function for this.${call}(), received undefined. Write the method without (), as in this.tick.`,
    )
  },
)
