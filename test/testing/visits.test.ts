/** Several visits and what they share: a bus, a store; layouts, children's state, what is told beside the page. */
import { expect, test } from 'vitest'
import { each, html, Layout, LiveComponent, mount, sendToLayouts } from '../../engine/index.ts'
import { localBus, memoryStore } from '../../engine/server/index.ts'
import { byRole, byText, visit } from '../../engine/testing/index.ts'
import { recordIn } from '../support/slow-store.ts'

class Room extends LiveComponent {
  said: string[] = []
  connected() {
    this.subscribe('room', (text: string) => this.said.push(text))
    this.track('room', { name: 'guest' })
  }
  getTemplate() {
    return html`<button lv-click=${() => this.publish('room', 'hello')}>Say</button><p>${this.said.join(' ')}</p><output>${this.present('room').length}</output>`
  }
}

test('visits with one bus hear each other, and an act is over when all have shown it', {
  tags: ['A12', 'A23', 'kit-tabs'],
}, async () => {
  const bus = localBus()
  const tab = await visit(Room, { bus })
  const other = await visit(Room, { bus })
  await tab.click(byRole('button'))
  expect(other.text('p')).toBe('hello')
  expect(other.frames).toHaveLength(1)
  expect(other.text('output')).toBe('2')
})

test('what a test says on its own bus is waited for', { tags: ['A12', 'A23'] }, async () => {
  const bus = localBus()
  const tab = await visit(Room, { bus })
  await tab.settled(() => bus.publish('room', 'from outside'))
  expect(tab.text('p')).toBe('from outside')
  expect(tab.frames).toHaveLength(1)
})

class Notes extends LiveComponent<{ first: string }> {
  notes = [this.props.first]
  getTemplate() {
    return html`<button lv-click=${() => this.notes.push('more')}>${this.notes.join(' ')}</button>`
  }
}

test('a store of the test’s own holds each visit apart and gives a session back', {
  tags: ['A13', 'A23'],
}, async () => {
  const store = memoryStore()
  const tab = await visit(Notes, { store, props: { first: 'one' } })
  const other = await visit(Notes, { store, props: { first: 'two' } })
  await tab.click(byRole('button'))
  await tab.reconnect({ restarted: true })
  expect(tab.text()).toBe('one more')
  expect(other.text()).toBe('two')
  expect((await recordIn(store, 'tab-1'))!.components.size).toBe(1)
})

class Home extends LiveComponent {
  getTemplate() {
    return html`<main>${mount(Notes, { key: 'a', first: 'left' })}${mount(Notes, { key: 'b', first: 'right' })}</main>`
  }
}

test('the state of a child is found by its class, and by its key among several', {
  tags: ['A23', 'kit-expectations'],
}, async () => {
  const tab = await visit(Home)
  expect(tab.stateOf(Notes, { key: 'b' })).toEqual({ notes: ['right'] })
  expect(() => tab.stateOf(Notes)).toThrow('one component Notes in the page, received 2.')
  expect(() => tab.stateOf(Room)).toThrow(
    'the component Room in the page, received none. The page has: Home, Notes.',
  )
})

test('a layout is visited as a component is, and hears what is sent to it', {
  tags: ['A3', 'A23', 'kit-mount'],
}, async () => {
  const layout = new Layout('kit-home', {
    html: '<header id="news">quiet</header><main lv-region="main"></main>',
    components: { main: mount(Notes, { first: 'seen' }) },
    onEventIn(message) {
      this.driver.getDriverById('news').setText(String(message))
    },
  })
  const tab = await visit(layout)
  await tab.click(byRole('button'))
  expect(tab.stateOf(Notes)).toEqual({ notes: ['seen', 'more'] })
  await tab.settled(() => sendToLayouts('loud', 'kit-home'))
  expect(tab.text('#news')).toBe('loud')
})

test('flashes, titles and scripts are told as messages', {
  tags: ['A22', 'A23', 'kit-expectations'],
}, async () => {
  class Saved extends LiveComponent {
    connected() {
      this.title('Draft')
    }
    save() {
      this.title('Saved')
      this.flash('info', 'All is saved')
      this.driver.evalScript('confetti()')
    }
    getTemplate() {
      return html`<button lv-click=${this.save}>Save</button>`
    }
  }
  const tab = await visit(Saved)
  expect(tab.title).toBe('Draft')
  await tab.click(byRole('button'))
  expect(tab.title).toBe('Saved')
  expect(tab.messages).toHaveLength(3)
  expect(tab.messages).toContainEqual({ kind: 'title', text: 'Saved' })
  expect(tab.messages).toContainEqual({ kind: 'flash', flash: 'info', text: 'All is saved' })
  expect(tab.messages).toContainEqual({ kind: 'script', code: 'confetti()' })
})

test('a driver fills a field by its value and any other element by its content', {
  tags: ['A2', 'A23'],
}, async () => {
  class Filled extends LiveComponent {
    fill() {
      this.driver.fillValueById('field', 'text')
      this.driver.fillValueById('note', '<b>markup</b>')
      this.driver.getDriverById('note').setStyle('--Tone', 'red')
    }
    getTemplate() {
      return html`<main><input id="field" /><p id="note"></p><button lv-click=${this.fill}>Fill</button></main>`
    }
  }
  const tab = await visit(Filled)
  await tab.click(byRole('button'))
  expect(tab.value('#field')).toBe('text')
  expect(tab.html('#note')).toBe('<b>markup</b>')
  expect(tab.html('#field')).toBe('')
})

test('what waits for a network reaches its handler in another process, once and for the same element', {
  tags: ['A9', 'A10', 'A23'],
}, async () => {
  class Rows extends LiveComponent {
    rows = ['a', 'b']
    clicked: string[] = []
    getTemplate() {
      return html`<button lv-once lv-click=${() => this.clicked.push('once')}>Once</button>${each(
        this.rows,
        (row) => row,
        (row) => html`<p lv-click=${() => this.clicked.push(row)}>${row}</p>`,
      )}`
    }
  }
  const tab = await visit(Rows)
  await tab.click(byRole('button'))
  await tab.disconnect()
  await tab.click(byText('b'))
  await tab.reconnect({ restarted: true })
  await tab.click(byRole('button'))
  expect(tab.state.clicked).toEqual(['once', 'b'])
})
