/** Views that can't be shown: the fault is told with its component, the last good view stays, the session goes on. */
import { expect, test } from 'vitest'
import { each, html, LiveComponent, mount, stream } from '../../engine/index.ts'
import { byRole, visit } from '../../engine/testing/index.ts'

abstract class Broken extends LiveComponent {
  broken = false
  count = 0
  toggle() {
    this.broken = !this.broken
    this.count += 1
  }
  abstract show(): unknown
  getTemplate() {
    return html`<button lv-click=${this.toggle}>${this.count}</button><p>${this.broken ? (this.show() as string) : 'fine'}</p>`
  }
}

class WithObject extends Broken {
  show() {
    return { a: 1 }
  }
}
class WithFunction extends Broken {
  show() {
    return () => 1
  }
}
class WithBadRow extends Broken {
  show() {
    return each([1, 2], String, () => html`<i title=${{}}></i>`)
  }
}
class WithKeysTwice extends Broken {
  show() {
    return each([1, 1], String, (n) => html`<i>${n}</i>`)
  }
}
class WithBadMarkup extends Broken {
  show() {
    return html`<b><i></b>`
  }
}
class WithNothingToMount extends Broken {
  show() {
    return mount(undefined as never)
  }
}

test.each<[string, new () => Broken, string]>([
  ['an object', WithObject, 'received an object'],
  ['a function', WithFunction, 'received a function'],
  ['an attribute deep in a list', WithBadRow, 'in title of <i>, received an object'],
  ['two rows of one key', WithKeysTwice, 'received "1" for items 0 and 1'],
  ['markup that does not parse', WithBadMarkup, 'received </b>'],
  ['a component that is not there', WithNothingToMount, 'received nothing (undefined)'],
])(
  'after an event the view holds %s: told, and the session goes on',
  { tags: ['A1', 'A4'] },
  async (_, component, sentence) => {
    const tab = await visit(component)
    await expect(tab.click(byRole('button'))).rejects.toThrow(sentence)
    expect(tab.text('p')).toBe('fine')
    await tab.click(byRole('button'))
    expect(tab.text()).toBe('2\nfine')
  },
)

test('a boundary shows its fallback for a value that can’t be shown', {
  tags: ['A11', 'lifecycle'],
}, async () => {
  class Boundary extends LiveComponent {
    fallback(error: unknown) {
      return html`<p>Sorry: ${(error as Error).message.slice(0, 24)}</p>`
    }
    getTemplate() {
      return html`<main>${mount(WithObject)}</main>`
    }
  }
  const tab = await visit(Boundary)
  await tab.click(byRole('button'))
  expect(tab.text()).toBe('Sorry: Expected text, a number,')
})

test.each([
  ['a topic that is none', 'room::7', 'hello', 'Expected a topic such as room:7'],
  ['a message that can’t be sent', 'room', () => 1, 'Expected data that can be sent to room'],
])(
  'publishing %s fails the handler, and the session goes on',
  { tags: ['A12'] },
  async (_, topic, message, sentence) => {
    class Publisher extends LiveComponent {
      count = 0
      say() {
        this.count += 1
        if (this.count === 1) this.publish(topic, message)
      }
      add() {
        this.count += 10
      }
      getTemplate() {
        return html`<button lv-click=${this.say}>Say</button><button lv-click=${this.add}>Add</button><p>${this.count}</p>`
      }
    }
    const tab = await visit(Publisher)
    await expect(tab.click(byRole('button', { name: 'Say' }))).rejects.toThrow(sentence)
    await tab.click(byRole('button', { name: 'Add' }))
    expect(tab.text('p')).toBe('10')
  },
)

test('a message is as it was when it was published', { tags: ['A12'] }, async () => {
  class Publisher extends LiveComponent {
    heard: unknown[] = []
    connected() {
      this.subscribe('list', (list: unknown) => this.heard.push(list))
    }
    say() {
      const list = [1]
      this.publish('list', list)
      list.push(2)
    }
    getTemplate() {
      return html`<button lv-click=${this.say}>Say</button>`
    }
  }
  const tab = await visit(Publisher)
  await tab.click(byRole('button'))
  expect(tab.state.heard).toEqual([[1]])
})

const Row = (text: unknown) => html`<li>${String(text)}</li>`

class WithoutAKey extends Broken {
  show() {
    return each([1, 2], Row as never, undefined as never)
  }
}
class WithoutARow extends Broken {
  show() {
    return each([1, 2], String, Row(1) as never)
  }
}
class WithoutAList extends Broken {
  show() {
    return each(undefined as never, String, Row)
  }
}
class WithANumber extends Broken {
  show() {
    return each(3 as never, String, Row)
  }
}
class WithAKeyForAStream extends Broken {
  rows = stream((row: string) => row, { refill: (rows) => rows })
  show() {
    return each(this.rows as never, String, Row)
  }
}

test.each<[string, new () => Broken, string]>([
  ['each() without a key', WithoutAKey, 'received an array, the function Row, nothing (undefined)'],
  [
    'a row where its function belongs',
    WithoutARow,
    'received an array, the function String, a Rend',
  ],
  ['no list', WithoutAList, 'received nothing (undefined), the function String, the function Row'],
  ['a number as a list', WithANumber, 'received number 3, the function String'],
  [
    'a key beside a stream',
    WithAKeyForAStream,
    'for a stream, which knows its keys, received a Str',
  ],
])('each() given %s says what it expects', { tags: ['A4'] }, async (_, component, sentence) => {
  const tab = await visit(component)
  await expect(tab.click(byRole('button'))).rejects.toThrow(sentence)
})

test('each() shows the letters of a text', { tags: ['A4'] }, async () => {
  class Letters extends LiveComponent {
    getTemplate() {
      return html`<ul>${each('ab', String, Row)}</ul>`
    }
  }
  expect((await visit(Letters)).text()).toBe('a\nb')
})

test('a stream without refill is refused where it is made', { tags: ['A4'] }, async () => {
  expect(() => stream((row: string) => row, undefined as never)).toThrow(
    'Expected stream(key, { refill }) with two functions, received a function and nothing (undefined). Write stream(',
  )
  expect(() => stream((row: string) => row, { limit: 3 } as never)).toThrow(
    'received a function and refill: nothing (undefined)',
  )
  expect(() => stream('id' as never, { refill: (rows) => rows })).toThrow('received string "id"')
})

test('a fallback that calls retry instead of handing it over is told, and ends', {
  tags: ['A1'],
}, async () => {
  class Child extends LiveComponent {
    getTemplate(): never {
      throw new Error('burst')
    }
  }
  class Called extends LiveComponent {
    fallback(_: unknown, retry: () => void) {
      return html`<button lv-click=${retry() as never}>Try again</button>`
    }
    getTemplate() {
      return html`${mount(Child)}`
    }
  }
  await expect(visit(Called)).rejects.toThrow('received retry() in it')
})
