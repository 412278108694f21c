/** Guards: nothing of what a visitor may not use runs, is shown, or is changed. */
import { expect, test } from 'vitest'
import { GuardError, html, LiveComponent, load, mount } from '../../engine/index.ts'
import { byRole, type Tab, visit } from '../../engine/testing/index.ts'

interface User {
  id: string
  admin: boolean
}
const ada: User = { id: 'ada', admin: true }
const bob: User = { id: 'bob', admin: false }

let ran: string[] = []

class Salaries extends LiveComponent<{ raise?: () => void }> {
  shown = 0
  list = load(async () => {
    ran.push('load')
    return ['4,000']
  })
  guard() {
    ran.push('guard')
    return (this.session.identity as User | null)?.admin === true
  }
  start() {
    ran.push('start')
  }
  connected() {
    ran.push('connected')
  }
  show() {
    ran.push('show')
    this.shown += 1
  }
  getTemplate() {
    return html`<section><p>Shown ${this.shown} ${this.list.value?.join(', ') ?? ''}</p>
      <button lv-click=${this.show}>Show</button>${mount(Sum)}
      ${this.props.raise ? html`<button lv-click=${this.props.raise}>Raise</button>` : ''}</section>`
  }
}

class Sum extends LiveComponent {
  sum = 0
  add() {
    this.sum += 1
  }
  getTemplate() {
    return html`<button lv-click=${this.add}>Sum ${this.sum}</button>`
  }
}

class Office extends LiveComponent {
  hellos = 0
  greet() {
    this.hellos += 1
  }
  fallback(error: unknown, retry: () => void) {
    const why = error instanceof GuardError ? `${error.of} is not for you` : 'That failed'
    return html`<p>${why}</p><button lv-click=${retry}>Again</button>`
  }
  getTemplate() {
    return html`<main><button lv-click=${this.greet}>Hello ${this.hellos}</button>${mount(Salaries, { raise: this.greet })}</main>`
  }
}

const press = (tab: Tab, name: string | RegExp) => tab.click(byRole('button', { name }))

test('nothing of a component runs for a visitor whom its guard refuses: no start, no load, no hook', {
  tags: ['A26', 'guards'],
}, async () => {
  ran = []
  const tab = await visit(Office, { identity: bob })
  expect(tab.text()).toBe('Salaries is not for you\nAgain')
  expect(new Set(ran)).toEqual(new Set(['guard']))
})

test('without a boundary the page itself is refused', { tags: ['A26', 'guards'] }, async () => {
  const error = await visit(Salaries, { identity: null }).catch((one) => one)
  expect(error).toBeInstanceOf(GuardError)
  expect(error.message).toBe(
    'Expected the guard of Salaries to return true, received false. Nothing was shown or changed.',
  )
})

test('whoever may pass is asked before each handler of the component and of those inside it', {
  tags: ['A26', 'guards'],
}, async () => {
  const tab = await visit(Office, { identity: ada })
  ran = []
  await press(tab, 'Show')
  await press(tab, 'Sum 0')
  await press(tab, 'Hello 0')
  expect(ran).toEqual(['guard', 'show', 'guard'])
  expect(tab.text('p')).toBe('Shown 1 4,000')
  expect(tab.has(byRole('button', { name: 'Sum 1' }))).toBe(true)
})

test('a handler whose guard has come to refuse does not run, in whatever component it stands: the visitor is told, nothing changes', {
  tags: ['A26', 'guards'],
}, async () => {
  const user = { ...ada }
  let mayPass = true
  class Vault extends LiveComponent {
    gold = 7
    guard() {
      return mayPass
    }
    take() {
      this.gold -= 1
    }
    getTemplate() {
      return html`<p>${this.gold}</p><button lv-click=${this.take}>Take</button>${mount(Sum)}`
    }
  }
  const tab = await visit(Vault, { identity: user })
  await press(tab, 'Take')
  mayPass = false
  for (const name of ['Take', 'Sum 0']) {
    const error = await press(tab, name).catch((one) => one)
    expect(error.cause).toBe('guard-refused')
    expect(error.message).toBe('You may not do this, so nothing was changed.')
  }
  expect(tab.text()).toBe('6\nTake Sum 0')
  mayPass = true
  await press(tab, 'Take')
  expect(tab.text('p')).toBe('5')
})

test('a parent’s handler that stands in a guarded child is guarded by the child', {
  tags: ['A26', 'guards'],
}, async () => {
  let mayPass = true
  class Door extends LiveComponent<{ open: () => void }> {
    guard() {
      return mayPass
    }
    getTemplate() {
      return html`<button lv-click=${this.props.open}>Open</button>`
    }
  }
  class House extends LiveComponent {
    opened = 0
    open() {
      this.opened += 1
    }
    getTemplate() {
      return html`<main><p>${this.opened}</p><button lv-click=${this.open}>Own</button>${mount(Door, { open: this.open })}</main>`
    }
  }
  const tab = await visit(House)
  await press(tab, 'Open')
  mayPass = false
  expect((await press(tab, 'Open').catch((one) => one)).cause).toBe('guard-refused')
  await press(tab, 'Own')
  expect(tab.text('p')).toBe('2')
})

test('a right that is taken away shows at the next join, and one that is given back brings the component back with its state', {
  tags: ['A26', 'guards', 'identity-refreshed'],
}, async () => {
  const tab = await visit(Office, { identity: ada })
  await press(tab, 'Show')
  await tab.disconnect()
  const less = await tab.reconnect({ identity: { ...ada, admin: false } }).catch((one) => one)
  expect(less).toBeUndefined()
  expect(tab.text()).toBe('Salaries is not for you\nAgain')
  await press(tab, 'Again')
  expect(tab.text()).toBe('Salaries is not for you\nAgain')
  await tab.disconnect()
  await tab.reconnect({ identity: ada })
  expect(tab.text('p')).toBe('Shown 1 4,000')
})

test('a process that takes the session up for a visitor with fewer rights runs nothing of the component either', {
  tags: ['A26', 'guards', 'identity-refreshed'],
}, async () => {
  const tab = await visit(Office, { identity: ada })
  await press(tab, 'Show')
  await tab.disconnect()
  ran = []
  await tab.reconnect({ restarted: true, identity: { ...ada, admin: false } })
  expect(tab.text()).toBe('Salaries is not for you\nAgain')
  expect(new Set(ran)).toEqual(new Set(['guard']))
  await tab.disconnect()
  await tab.reconnect({ restarted: true, identity: ada })
  expect(tab.text('p')).toBe('Shown 1 4,000')
})

test('only true lets anybody pass: what is missing, merely truthy or a promise does not', {
  tags: ['A26', 'guards'],
}, async () => {
  const said = async (answer: () => unknown) => {
    class Odd extends LiveComponent {
      guard() {
        return answer() as boolean
      }
      getTemplate() {
        return html`<p>Secret</p>`
      }
    }
    return (await visit(Odd).catch((error) => error)).message
  }
  expect(await said(() => undefined)).toContain('to return true, received undefined')
  expect(await said(() => 'yes')).toContain('to return true, received yes')
  expect(await said(async () => true)).toBe(
    "Expected true or false from the guard of Odd, received a promise. Ask the database in authenticate, and decide here by the session's identity.",
  )
  expect(await said(() => Promise.reject(new Error('no')))).toContain('received a promise')
})

test('a guard that fails lets nobody pass, and its failure is told', {
  tags: ['A26', 'guards'],
}, async () => {
  let fails = false
  class Shaky extends LiveComponent {
    count = 0
    guard() {
      if (fails) throw new Error('the list of rights is empty')
      return true
    }
    add() {
      this.count += 1
    }
    getTemplate() {
      return html`<button lv-click=${this.add}>${this.count}</button>`
    }
  }
  const tab = await visit(Shaky)
  fails = true
  const error = await press(tab, '0').catch((one) => one)
  expect(error.message).toBe('the list of rights is empty')
  expect(tab.text()).toBe('0')
  expect((await visit(Shaky).catch((one) => one)).message).toBe('the list of rights is empty')
})

test('timers, messages and listeners of drivers are the program’s: they are not guarded', {
  tags: ['A26', 'guards'],
}, async () => {
  let mayPass = true
  class Board extends LiveComponent {
    heard: string[] = []
    guard() {
      return mayPass
    }
    connected() {
      this.every(1000, () => this.heard.push('timer'))
      this.subscribe<string>('board', (message) => this.heard.push(message))
    }
    getTemplate() {
      return html`<p>${this.heard.join(', ')}</p>`
    }
  }
  const tab = await visit(Board)
  mayPass = false
  await tab.clock.advance(1000)
  expect(tab.text()).toBe('timer')
})
