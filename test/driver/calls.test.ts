/** The calls of a driver beside its writes: listeners, children, elements, data, and reads that nobody answers. */
import { expect, test } from 'vitest'
import {
  type Component,
  ComponentDriver,
  html,
  LiveComponent,
  None,
  type View,
} from '../../engine/index.ts'
import type { Op } from '../../engine/protocol/ops.ts'
import { visit } from '../../engine/testing/index.ts'
import { open, scene, Tab } from '../support/tabs/session-tab.ts'

/** Clicking #go runs the step. */
class Stage extends LiveComponent {
  static step: (driver: ComponentDriver, stage: Stage) => unknown = () => {}
  go() {
    return Stage.step(this.driver, this)
  }
  getTemplate(): View {
    return html`<main><button id="go" lv-click=${this.go}>go</button><p id="p">p</p><i id="i">i</i></main>`
  }
}

async function played(step: (driver: ComponentDriver, stage: Stage) => unknown) {
  Stage.step = step
  const tab = await visit(Stage)
  await tab.click('#go')
  return tab
}

/** A component without the base class, as anybody may write one. */
class Clock implements Component {
  readonly driver = new ComponentDriver(this)
  started = 0
  async start() {
    await Promise.resolve()
    this.started += 1
  }
  getTemplate() {
    return html`<b>clock</b>`
  }
  getDriver() {
    return this.driver
  }
}

test('on(), events and executeEvent(): listeners hear in order, each when the one before is done', {
  tags: ['A2', 'driver-events'],
}, async () => {
  const heard: unknown[] = []
  const tab = await played(async (driver, stage) => {
    driver
      .on('saved', async ({ name, data }) => {
        await Promise.resolve()
        heard.push(['first', name, data])
      })
      .on('saved', () => void heard.push('second'))
      .on('other', () => void heard.push('never'))
    await driver.executeEvent('saved', { id: 0 })
    await driver.executeEvent('nobody')
    heard.push([...stage.driver.events.keys()], stage.driver.events.get('saved')!.length)
  })
  expect(heard).toEqual([['first', 'saved', { id: 0 }], 'second', ['saved', 'other'], 2])
  Stage.step = (driver) => {
    driver.on('failing', () => {
      throw new Error('no')
    })
    return driver.executeEvent('failing')
  }
  await expect(tab.click('#go')).rejects.toThrow('no')
})

test('mount() ties a child’s driver to the page, and getDriverById() gives it again', {
  tags: ['A2', 'driver-mounts'],
}, async () => {
  const clock = new Clock()
  expect(() => clock.driver.setText('too early')).toThrow('received one that is not mounted')
  const tab = await played((driver) => {
    expect(driver.mount('p', clock)).toBe(clock.driver)
    expect(driver.getDriverById('p')).toBe(clock.driver)
    expect(clock.driver.getComponent()).toBe(clock)
    clock.driver.setText('tick')
  })
  expect(tab.text('#p')).toBe('tick')
})

test('mount() wants a component whose driver can be tied', { tags: ['A2'] }, async () => {
  const strange: Component = { getTemplate: () => '', getDriver: () => ({ attach() {} }) }
  await expect(played((driver) => driver.mount('p', strange))).rejects.toThrow(
    'received another driver',
  )
})

test('mountWithStart() mounts and has started the child when it is done', {
  tags: ['A2', 'driver-mounts'],
}, async () => {
  const clock = new Clock()
  const seen: unknown[] = []
  const tab = await played(async (driver) => {
    const mounting = driver.mountWithStart('p', clock)
    seen.push(clock.started)
    const mounted = await mounting
    seen.push(clock.started, mounted === driver.getDriverById('p'))
    mounted.setText('started')
  })
  expect(seen).toEqual([0, 1, true])
  expect(tab.text('#p')).toBe('started')
})

test('a start that fails in mountWithStart() fails the handler', { tags: ['A2'] }, async () => {
  class Broken extends Clock {
    override start(): Promise<void> {
      throw new Error('no start')
    }
  }
  const broken = new Broken()
  await expect(played((driver) => driver.mountWithStart('p', broken))).rejects.toThrow('no start')
})

test('getDriverById() drives any element, the same driver each time', {
  tags: ['A2', 'driver-mounts'],
}, async () => {
  const tab = await played((driver) => {
    const i = driver.getDriverById('i')
    i.setText('')
    i.setProperty('title', 'driven')
    expect(driver.getDriverById('i')).toBe(i)
  })
  expect([tab.text('#i'), tab.has('#i[title=driven]'), tab.text('#p')]).toEqual(['', true, 'p'])
})

test('None: the component of an element that has none shows nothing, does nothing, and is driven', {
  tags: ['A11', 'none'],
}, async () => {
  const tab = await played((driver) => {
    const i = driver.getDriverById('i')
    const none = i.getComponent() as None
    expect(none).toBeInstanceOf(None)
    expect(none.getTemplate()).toBe(undefined)
    none.getDriver().attach(undefined)
    i.setStyle('color', 'red')
  })
  expect(tab.has('#i[style*=red]')).toBe(true)
})

test('setData() and getData(): any value beside the state, as it is, and not stored', {
  tags: ['A2', 'driver-data'],
}, async () => {
  const value = { socket: () => {} }
  const seen: unknown[] = []
  const tab = await played((driver) => {
    seen.push(driver.getData())
    driver.setData(value)
    seen.push(driver.getData() === value)
    driver.getDriverById('p').setData(0)
    seen.push(driver.getDriverById('p').getData(), driver.getDriverById('i').getData())
  })
  expect(seen).toEqual([undefined, true, 0, undefined])
  expect(tab.state).toEqual({})
  await tab.reconnect({ restarted: true })
  Stage.step = (driver) => void seen.push(driver.getData())
  await tab.click('#go')
  expect(seen.at(-1)).toBe(undefined)
})

class Asking extends LiveComponent {
  heard = ''
  async ask() {
    this.heard = await this.driver
      .getText('far')
      .catch((error) => `${error.code}: ${error.message}`)
  }
  getTemplate() {
    return html`<button lv-click=${this.ask}>${this.heard}</button>`
  }
}

test('read-timeout: a read that the tab does not answer in time is told so, and the session goes on', {
  tags: ['A2', 'driver-reads'],
}, async () => {
  const stage = scene({ readWait: 5_000 })
  const session = await open(stage, Asking)
  const tab = await Tab.join(session)
  const answered = tab.event(2)
  await new Promise((resolve) => setImmediate(resolve))
  const question = tab.frames().flatMap(({ ops }) => ops.filter(({ op }) => op === 'read'))
  expect(question).toMatchObject([{ op: 'read', kind: 'text', target: 'far' }])
  stage.clock.step(stage.clock.now() + 5_000)
  expect(session.tree.root.component).toMatchObject({ heard: '' })
  await answered
  expect(session.tree.root.component).toMatchObject({
    heard: expect.stringMatching(
      /^read-timeout: .* the text of #far .* 5000 ms, received nothing\./,
    ),
  })
  // What comes after all is nobody's answer.
  const { id } = question[0] as Extract<Op, { op: 'read' }>
  session.receive({ type: 'reply', id, data: { value: 'late' } })
  await session.settled()
  expect(session.tree.root.component).toMatchObject({
    heard: expect.stringMatching(/^read-timeout/),
  })
})

test('read-timeout: a read ends when the connection closes', {
  tags: ['A2', 'driver-reads'],
}, async () => {
  const session = await open(scene(), Asking)
  const tab = await Tab.join(session)
  const answered = tab.event(2)
  await new Promise((resolve) => setImmediate(resolve))
  session.disconnect(tab)
  await answered
  expect(session.tree.root.component).toMatchObject({
    heard: expect.stringMatching(/^read-timeout: .* the end of its connection\./),
  })
})
