/** The testing kit as a reader uses it: what a visitor does, and what is seen of it. */
import { expect, test } from 'vitest'
import { each, html, LiveComponent, mount, raw } from '../../engine/index.ts'
import { byLabel, byRole, byText, visit } from '../../engine/testing/index.ts'

class Counter extends LiveComponent<{ from?: number }> {
  count = this.props.from ?? 0
  add() {
    this.count += 1
  }
  getTemplate() {
    return html`<button lv-click=${this.add}>Clicked ${this.count} times</button>`
  }
}

test('a click comes back as text, state, one frame and its bytes', {
  tags: ['A23', 'kit-expectations'],
}, async () => {
  const tab = await visit(Counter)
  expect(tab.text()).toBe('Clicked 0 times')
  await tab.click(byRole('button', { name: /clicked/i }))
  expect(tab.text()).toBe('Clicked 1 times')
  expect(tab.html()).toBe('<button>Clicked 1 times</button>')
  expect(tab.state).toEqual({ count: 1 })
  expect(tab.frames).toEqual([
    { number: 2, acknowledged: 1, repaint: false, ops: [{ op: 'setText', slot: 3, text: '1' }] },
  ])
  expect(tab.bytes).toBe(8)
})

test('props, path, params, locale and identity are what the component is given', {
  tags: ['A23', 'kit-mount'],
}, async () => {
  class Who extends LiveComponent<{ greeting: string }> {
    getTemplate() {
      const { params, path, locale, identity } = this.session
      return html`<p>${this.props.greeting} ${params.id} ${path} ${locale} ${identity as string}</p>`
    }
  }
  const tab = await visit(Who, {
    props: { greeting: 'Hola' },
    params: { id: '7' },
    path: '/rooms/7',
    locale: 'es',
    identity: 'ada',
  })
  expect(tab.text()).toBe('Hola 7 /rooms/7 es ada')
})

test('the same seed gives the same chance, another seed another', { tags: ['A23'] }, async () => {
  class Dice extends LiveComponent {
    rolled = this.random()
    getTemplate() {
      return html`<p>${this.rolled}</p>`
    }
  }
  const [one, same, other] = [
    await visit(Dice, { seed: 4 }),
    await visit(Dice, { seed: 4 }),
    await visit(Dice, { seed: 5 }),
  ]
  expect(same.text()).toBe(one.text())
  expect(other.text()).not.toBe(one.text())
})

class Form extends LiveComponent {
  heard: string[] = []
  name = ''
  typed(event: { value: string }) {
    this.name = event.value
    this.heard.push(`input ${event.value}`)
  }
  getTemplate() {
    return html`<form lv-submit=${(event: { form: object }) => this.heard.push(JSON.stringify(event.form))}>
        <label>Name <input name="name" .value=${this.name} lv-input=${this.typed} /></label>
        <label for="size">Size</label>
        <select id="size" name="size" lv-change=${(event: { value: string }) => this.heard.push(`size ${event.value}`)}>
          <option value="s">Small</option>
          <option value="l">Large</option>
        </select>
        <label><input type="checkbox" name="news" lv-change=${(event: { checked: boolean }) => this.heard.push(`news ${event.checked}`)} /> News</label>
        <button name="by" value="button">Send</button>
      </form>
      <ol>
        ${each(
          this.heard,
          (_, i) => i,
          (line) => html`<li>${line}</li>`,
        )}
      </ol>`
  }
}

test('text is typed by label, an option chosen, a box ticked, and the form sends them all', {
  tags: ['A7', 'A23', 'kit-events'],
}, async () => {
  const tab = await visit(Form)
  await tab.fill(byLabel('Name'), 'Ada')
  await tab.fill(byLabel('Size'), 'Large')
  await tab.click(byRole('checkbox', { name: 'News' }))
  await tab.click(byRole('button', { name: 'Send' }))
  expect(tab.state.heard).toEqual([
    'input Ada',
    'size l',
    'news true',
    '{"name":"Ada","size":"l","news":"on","by":"button"}',
  ])
  expect(tab.value(byLabel('Name'))).toBe('Ada')
  expect(tab.checked(byLabel('News'))).toBe(true)
})

test('Enter in a field sends the form through its button', { tags: ['A7', 'A23'] }, async () => {
  const tab = await visit(Form)
  await tab.press(byLabel('Name'), 'x')
  await tab.press(byLabel('Name'), 'Enter')
  expect(tab.state.heard).toEqual(['input x', '{"name":"x","size":"s","by":"button"}'])
})

test('a click on a label is a click on its field', { tags: ['A7', 'A23'] }, async () => {
  const tab = await visit(Form)
  await tab.click(byText('News'))
  expect(tab.state.heard).toEqual(['news true'])
})

test('a key handler hears only the keys that it names', { tags: ['A7', 'A23'] }, async () => {
  class Keys extends LiveComponent {
    heard: string[] = []
    getTemplate() {
      return html`<textarea aria-label="Note" lv-key="Enter Escape" lv-keydown=${(event: { key: string; ctrl?: boolean }) => this.heard.push(event.ctrl ? `ctrl ${event.key}` : event.key)}></textarea>`
    }
  }
  const tab = await visit(Keys)
  await tab.press(byRole('textbox'), 'a')
  await tab.press(byRole('textbox'), 'Control+Enter')
  await tab.press(byRole('textbox'), 'Escape')
  expect(tab.state.heard).toEqual(['ctrl Enter', 'Escape'])
})

test('debounce waits for quiet on the clock in hand', {
  tags: ['A7', 'A23', 'kit-clock'],
}, async () => {
  class Search extends LiveComponent {
    asked: string[] = []
    getTemplate() {
      return html`<input aria-label="Find" lv-debounce="300" lv-input=${(event: { value: string }) => this.asked.push(event.value)} />`
    }
  }
  const tab = await visit(Search)
  await tab.fill(byLabel('Find'), 'a')
  await tab.clock.advance(299)
  await tab.fill(byLabel('Find'), 'ab')
  await tab.clock.advance(299)
  expect(tab.state.asked).toEqual([])
  await tab.clock.advance(1)
  expect(tab.state.asked).toEqual(['ab'])
})

test('throttle lets the first through at once and the last at the end', {
  tags: ['A7', 'A23'],
}, async () => {
  class Busy extends LiveComponent {
    heard: string[] = []
    getTemplate() {
      return html`<input aria-label="Level" lv-throttle="50" lv-input=${(event: { value: string }) => this.heard.push(event.value)} />`
    }
  }
  const tab = await visit(Busy)
  for (const value of ['1', '2', '3']) await tab.fill(byLabel('Level'), value)
  expect(tab.state.heard).toEqual(['1'])
  await tab.clock.advance(50)
  expect(tab.state.heard).toEqual(['1', '3'])
})

test('lv-outside hears clicks elsewhere, lv-once one click, lv-stop ends the way up', {
  tags: ['A7', 'A23'],
}, async () => {
  class Menu extends LiveComponent {
    heard: string[] = []
    note(what: string) {
      return () => this.heard.push(what)
    }
    getTemplate() {
      return html`<main lv-click=${this.note('main')}>
        <nav lv-outside lv-click=${this.note('outside')}><b>Inside</b></nav>
        <button lv-once lv-click=${this.note('once')}>Once</button>
        <button lv-stop lv-click=${this.note('stopped')}>Stop</button>
      </main>`
    }
  }
  const tab = await visit(Menu)
  await tab.click('b')
  await tab.click(byRole('button', { name: 'Once' }))
  await tab.click(byRole('button', { name: 'Once' }))
  await tab.click(byRole('button', { name: 'Stop' }))
  expect(tab.state.heard).toEqual([
    'main',
    'outside',
    'once',
    'main',
    'outside',
    'main',
    'outside',
    'stopped',
  ])
})

class Ticker extends LiveComponent {
  ticks = 0
  connected() {
    this.every(1000, () => {
      this.ticks += 1
    })
  }
  getTemplate() {
    return html`<output>${this.ticks}</output>`
  }
}

test('time passes only by hand, and every tick at its own time', {
  tags: ['A23', 'kit-clock'],
}, async () => {
  const tab = await visit(Ticker)
  const start = tab.clock.now()
  await tab.clock.advance(999)
  expect(tab.text()).toBe('0')
  await tab.clock.advance(2001)
  expect(tab.text()).toBe('3')
  expect(tab.frames).toHaveLength(3)
  expect(tab.clock.now() - start).toBe(3000)
})

class Room extends LiveComponent {
  said: string[] = []
  connected() {
    this.subscribe('room', (text: string) => this.said.push(text))
  }
  say() {
    this.publish('room', 'hello')
    this.push('sound', { name: 'ding' })
  }
  getTemplate() {
    return html`<button lv-click=${this.say}>Say</button><p>${this.said.join(' ')}</p>`
  }
}

test('another visitor hears what one publishes, and messages tell who said what', {
  tags: ['A12', 'A23', 'kit-tabs'],
}, async () => {
  const tab = await visit(Room)
  const other = await tab.another()
  await tab.click(byRole('button'))
  expect(other.text('p')).toBe('hello')
  expect(tab.messages).toEqual([
    { kind: 'published', topic: 'room', message: 'hello' },
    { kind: 'pushed', name: 'sound', detail: { name: 'ding' } },
  ])
  expect(other.messages).toEqual([])
  expect(other.frames).toHaveLength(1)
})

test('what happens without a network waits and is applied once', {
  tags: ['A10', 'A23'],
}, async () => {
  const tab = await visit(Counter)
  await tab.disconnect()
  await tab.click(byRole('button'))
  await tab.click(byRole('button'))
  expect(tab.text()).toBe('Clicked 0 times')
  await tab.reconnect()
  expect(tab.text()).toBe('Clicked 2 times')
})

test('a restarted server takes the session up; typed text and focus stay', {
  tags: ['A10', 'A13', 'A23', 'kit-client'],
}, async () => {
  class Draft extends LiveComponent {
    count = 0
    getTemplate() {
      return html`<button lv-click=${() => this.count++}>${this.count}</button><input aria-label="Draft" />`
    }
  }
  const tab = await visit(Draft)
  await tab.click(byRole('button'))
  await tab.fill(byLabel('Draft'), 'half a sen')
  await tab.disconnect()
  await tab.reconnect({ restarted: true })
  expect(tab.frames.some(({ repaint }) => repaint)).toBe(true)
  expect(tab.text('button')).toBe('1')
  expect(tab.value(byLabel('Draft'))).toBe('half a sen')
  expect(tab.focused(byLabel('Draft'))).toBe(true)
  await tab.click(byRole('button'))
  expect(tab.text('button')).toBe('2')
})

test('a driver writes to the page and reads from it', { tags: ['A2', 'A23'] }, async () => {
  class Driven extends LiveComponent {
    read: unknown[] = []
    async ask() {
      const { driver } = this
      driver.getDriverById('note').setText('written')
      this.read = [
        await driver.getText('note'),
        await driver.getValue('field'),
        await driver.getDriverById('note').getProperty('id'),
      ]
    }
    getTemplate() {
      return html`<main><p id="note"></p><input id="field" aria-label="Field" /><button lv-click=${this.ask}>Ask</button></main>`
    }
  }
  const tab = await visit(Driven)
  await tab.fill(byLabel('Field'), 'typed')
  await tab.click(byRole('button'))
  expect(tab.state.read).toEqual(['written', 'typed', 'note'])
  expect(tab.text('#note')).toBe('written')
})

test('what a handler throws is thrown by the act, and the state is as before', {
  tags: ['A23'],
}, async () => {
  class Broken extends LiveComponent {
    count = 0
    fail() {
      this.count = 9
      throw new Error('no such thing')
    }
    getTemplate() {
      return html`<button lv-click=${this.fail}>${this.count}</button>`
    }
  }
  const tab = await visit(Broken)
  await expect(tab.click(byRole('button'))).rejects.toThrow('no such thing')
  expect(tab.state).toEqual({ count: 0 })
})

test('what an error boundary shows is part of the page, not an error of the act', {
  tags: ['A11', 'A23'],
}, async () => {
  class Child extends LiveComponent {
    getTemplate() {
      return html`<button
        lv-click=${() => {
          throw new Error('burst')
        }}
      >
        Burst
      </button>`
    }
  }
  class Boundary extends LiveComponent {
    fallback(error: unknown) {
      return html`<p>Sorry: ${(error as Error).message}</p>`
    }
    getTemplate() {
      return html`${mount(Child)}`
    }
  }
  const tab = await visit(Boundary)
  await tab.click(byRole('button'))
  expect(tab.text()).toBe('Sorry: burst')
})

test('a component that fails at first paint rejects the visit with its own error', {
  tags: ['A23', 'kit-mount'],
}, async () => {
  class Never extends LiveComponent {
    getTemplate(): never {
      throw new Error('not today')
    }
  }
  await expect(visit(Never)).rejects.toThrow('not today')
})

test('a start that takes longer than its time shows the placeholder first', {
  tags: ['A1', 'A23'],
}, async () => {
  let finish = () => {}
  class Slow extends LiveComponent {
    loaded = ''
    start() {
      return new Promise<void>((resolve) => {
        finish = () => {
          this.loaded = 'there'
          resolve()
        }
      })
    }
    placeholder() {
      return html`<p>Loading…</p>`
    }
    getTemplate() {
      return html`<p>${this.loaded}</p>`
    }
  }
  const tab = await visit(Slow)
  expect(tab.text()).toBe('Loading…')
  finish()
  await tab.clock.advance(0)
  expect(tab.text()).toBe('there')
})

test('text reads as it is seen: blocks on lines, cells apart, nothing hidden', {
  tags: ['A23'],
}, async () => {
  class Page extends LiveComponent {
    getTemplate() {
      return html`<h1>Title</h1><p>One <b>two</b>
          three</p><p hidden>No</p><table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>${raw('<p style="display: none">No</p><p>a<br>b</p>')}`
    }
  }
  const tab = await visit(Page)
  expect(tab.text()).toBe('Title\nOne two three\n1 2\na\nb')
})
