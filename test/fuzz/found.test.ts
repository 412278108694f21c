/** What the property has found, as the smallest case by itself. */
import { expect, test } from 'vitest'
import { html, LiveComponent } from '../../engine/index.ts'
import { byRole, visit } from '../../engine/testing/index.ts'
import { open, scene, Tab } from '../support/tabs/session-tab.ts'

class Card extends LiveComponent {
  payload: { list: number[] } | null = { list: [1] }
  part: boolean | null = true
  getTemplate() {
    return html`<x-card .payload=${this.payload}></x-card><input type="checkbox" .indeterminate=${this.part} value="a">`
  }
}

class Field extends LiveComponent {
  text = ''
  type(event: { value: string }) {
    this.text = event.value
  }
  getTemplate() {
    return html`<input value=${this.text} lv-input=${this.type}><b lv-click=${() => this.set()}></b>`
  }
  set() {
    this.text = 'from the server'
  }
}

test('a property that no attribute can say is set once the tab has joined', {
  tags: ['A4', 'A8'],
}, async () => {
  const session = await open(scene(), Card)
  const tab = await Tab.join(session)
  const [welcome, ...more] = tab.frames()
  expect(welcome!.ops).toMatchObject([{ op: 'signal', kind: 'welcome', value: { resumed: true } }])
  expect(more.flatMap(({ ops }) => ops).filter(({ op }) => op === 'setProp')).toEqual([
    { op: 'setProp', slot: 2, name: 'payload', value: { list: [1] } },
    { op: 'setProp', slot: 3, name: 'indeterminate', value: true },
  ])
})

test('a page whose properties all stand in its markup gets nothing but the welcome', {
  tags: ['A4'],
}, async () => {
  class Plain extends LiveComponent {
    getTemplate() {
      return html`<input value="a"><input type="checkbox" checked=${true}><b .hidden=${true}></b>`
    }
  }
  const tab = await Tab.join(await open(scene(), Plain))
  expect(tab.frames().map(({ ops }) => ops.map(({ op }) => op))).toEqual([['signal']])
})

test('a question that a slow tab could not take is asked as soon as it can', {
  tags: ['A2', 'A16'],
}, async () => {
  class Asking extends LiveComponent {
    heard = ''
    async ask() {
      this.heard = await this.driver.getDriverById('x').getText()
    }
    getTemplate() {
      return html`<b lv-click=${this.ask}>${this.heard}</b>`
    }
  }
  const session = await open(scene(), Asking)
  const tab = await Tab.join(session)
  tab.frames()
  tab.waiting = Number.MAX_SAFE_INTEGER
  const asked = tab.event(2)
  expect(tab.frames()).toEqual([])
  tab.drain()
  const [question] = tab.frames()
  expect(question?.ops).toMatchObject([{ op: 'read', id: 1, target: 'x' }])
  session.receive({ type: 'reply', id: 1, data: { value: 'answered' } })
  const [frame] = await asked
  expect(frame!.ops).toEqual([{ op: 'setText', slot: 3, text: 'answered' }])
})

test('a value that the server sent while the visitor typed is not said again over what was typed', {
  tags: ['A10', 'A22'],
}, async () => {
  const session = await open(scene(), Field)
  const tab = await Tab.join(session)
  const [, , set] = [tab.frames(), await tab.event(4)].flat()
  expect(set).toBe(undefined)
  // What an event brings stands in the tab: it agrees with the state, so its answer says nothing of the field.
  const [answer] = await tab.event(3, 'input', { value: '' }, { frame: 1 })
  expect(answer).toMatchObject({ acknowledged: expect.any(Number), ops: [] })
})

test('an input that waited for the connection stands over the repaint before it', {
  tags: ['A10', 'A22'],
}, async () => {
  const session = await open(scene(), Field)
  const lost = await Tab.join(session)
  await lost.event(4)
  session.disconnect(lost)
  const tab = await Tab.join(session, { frame: 0, seq: 1 })
  const repaint = tab.frames().length
  // What an event brings stands in the tab: the repaint's value was not written over it, and is not later.
  const [answer] = await tab.event(3, 'input', { value: '' }, { frame: session.screen.frame })
  expect(repaint).toBeGreaterThan(0)
  expect(answer).toMatchObject({ acknowledged: expect.any(Number), ops: [] })
})

test('a handler that asks while a tab comes back is refused at once: it holds up the greeting', {
  tags: ['A2', 'A10'],
}, async () => {
  const asked: string[] = []
  class Asking extends LiveComponent {
    async ask() {
      for (const name of ['first', 'second']) {
        await this.driver
          .getDriverById('x')
          .getText()
          .catch((error: Error) => asked.push(`${name}: ${error.message}`))
      }
    }
    getTemplate() {
      return html`<p id="x" lv-click=${this.ask}>x</p>`
    }
  }
  const session = await open(scene(), Asking)
  const lost = await Tab.join(session)
  void lost.event(2)
  session.disconnect(lost)
  const tab = await Tab.join(session, { frame: session.screen.frame })
  const reason = expect.stringContaining('received the end of its connection')
  expect(asked).toEqual([reason, reason])
  expect(tab.frames()[0]!.ops).toMatchObject([{ op: 'signal', kind: 'welcome' }])
})

test('a press that waited while its process was killed runs what is painted now, with the data of the moment it was pressed', {
  tags: ['A10'],
}, async () => {
  class Versions extends LiveComponent {
    version = 0
    heard: string[] = []
    getTemplate() {
      const { version } = this
      const press = ({ dataset }: { dataset: Record<string, string> }) => {
        this.heard.push(`the button of ${version}, pressed as ${dataset.version}`)
        this.version++
      }
      return html`<button data-version=${version} lv-click=${press}>${this.heard.join('; ')}</button>`
    }
  }
  const pressed = { dataset: { version: '0' } }
  const stage = scene()
  const first = await Tab.join(await open(stage, Versions))
  // It is kept, and the process dies before its tab hears of that; the visitor presses again meanwhile.
  await first.event(3, 'click', pressed)
  const tab = await Tab.join(await open(stage, Versions), { epoch: 1, frame: 1, seq: 1 })
  tab.frames()
  const [frame] = await tab.event(3, 'click', pressed)
  const said = 'the button of 0, pressed as 0; the button of 1, pressed as 0'
  expect(frame!.ops).toContainEqual({ op: 'setText', slot: 4, text: said })
})

test('what is typed twice while the connection is lost is one event with the newest text, of the other field one more', {
  tags: ['A8', 'A10'],
}, async () => {
  class Told extends LiveComponent {
    heard: string[] = []
    getTemplate() {
      const hear = ({ value }: { value: string }) => void this.heard.push(value)
      return html`<input aria-label="a" lv-input=${hear}><input aria-label="b" lv-input=${hear}>`
    }
  }
  const tab = await visit(Told)
  await tab.disconnect()
  for (const [name, text] of [
    ['a', 'x'],
    ['a', 'y'],
    ['b', 'z'],
    ['a', 'w'],
  ]) {
    await tab.fill(byRole('textbox', { name }), text!)
  }
  await tab.reconnect({ restarted: true })
  expect(tab.state).toEqual({ heard: ['y', 'z', 'w'] })
})
