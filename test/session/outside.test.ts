/** Changes from outside of a session: turns of their own, undone alone, dropped when their component is gone; and the end of what brings them. */
import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { html, LiveComponent, mount } from '../../engine/index.ts'
import { localBus, memoryStore, silentLogger } from '../../engine/server/index.ts'
import { DEFAULT_LIMITS } from '../../engine/session/options.ts'
import { Session } from '../../engine/session/session.ts'
import { byRole, HandClock, visit } from '../../engine/testing/index.ts'

const later = () => new Promise<void>((resolve) => setImmediate(resolve))

test('what an emitter brings is a turn: it is stored, shown, and its promise has what it returned', {
  tags: ['A12', 'from-outside'],
}, async () => {
  const prices = new EventEmitter()
  const given: unknown[] = []
  class Price extends LiveComponent {
    price = 0
    connected() {
      prices.on('price', (price: number) => {
        given.push(this.turn(() => (this.price = price)))
      })
    }
    getTemplate() {
      return html`<p>${this.price}</p>`
    }
  }
  const store = memoryStore()
  const tab = await visit(Price, { store })
  await tab.settled(() => void prices.emit('price', 7))
  expect(tab.text()).toBe('7')
  expect(await given[0]).toBe(7)
  await tab.reconnect({ restarted: true })
  expect(tab.text()).toBe('7')
})

test('it waits for the handler that runs, and the next one for it', {
  tags: ['A12', 'from-outside'],
}, async () => {
  const order: string[] = []
  let enter = () => {}
  let go = () => {}
  class Desk extends LiveComponent {
    connected() {
      enter = () => void this.turn(() => void order.push('from outside'))
    }
    async slow() {
      order.push('begins')
      await new Promise<void>((resolve) => {
        go = resolve
      })
      order.push('ends')
    }
    getTemplate() {
      return html`<button lv-click=${this.slow}>Slow</button>`
    }
  }
  const tab = await visit(Desk)
  const clicked = tab.click(byRole('button'))
  await later()
  await later()
  enter()
  go()
  await clicked
  expect(order).toEqual(['begins', 'ends', 'from outside'])
})

test('one that fails is undone alone: the log and the boundary are told, the promise rejects, and the process lives', {
  tags: ['A12', 'from-outside'],
}, async () => {
  const feed = new EventEmitter()
  const ends: Promise<unknown>[] = []
  class Feed extends LiveComponent {
    lines: string[] = []
    connected() {
      feed.on('line', (line: string) => {
        const end = this.turn(async () => {
          this.lines.push(line)
          await later()
          if (line === 'bad') throw new Error('no such line')
        })
        ends.push(end)
      })
    }
    getTemplate() {
      return html`<p>${this.lines.join(', ')}</p>`
    }
  }
  class Around extends LiveComponent {
    fallback(error: unknown) {
      return html`<i>${(error as Error).message}</i>`
    }
    getTemplate() {
      return html`<main>${mount(Feed)}</main>`
    }
  }
  const bare = await visit(Feed)
  await bare.settled(() => void feed.emit('line', 'one'))
  const failed = await bare.settled(() => void feed.emit('line', 'bad')).catch((one) => one)
  expect(failed.message).toBe('no such line')
  await expect(ends[1]).rejects.toThrow('no such line')
  expect(bare.text()).toBe('one')
  feed.removeAllListeners()
  const tab = await visit(Around)
  await tab.settled(() => void feed.emit('line', 'bad'))
  expect(tab.text()).toBe('no such line')
})

test('state that can’t be stored makes it fail too', {
  tags: ['A12', 'from-outside'],
}, async () => {
  let put: (value: unknown) => Promise<unknown> = async () => {}
  class Box extends LiveComponent {
    held: unknown = 1
    connected() {
      put = (value) => this.turn(() => void (this.held = value))
    }
    getTemplate() {
      return html`<p>${typeof this.held}</p>`
    }
  }
  const tab = await visit(Box)
  let end: Promise<unknown> | undefined
  const told = tab.settled(() => {
    end = put({ at: new (class Place {})() })
  })
  expect((await told.catch((one) => one)).code).toBe('state-unstorable')
  await expect(end).rejects.toThrow('an instance of Place')
  expect(tab.text()).toBe('number')
})

test('once the component is gone it is dropped with a line in the log, and nothing throws', {
  tags: ['A12', 'from-outside'],
}, async () => {
  const said: string[] = []
  let enter: () => Promise<unknown> = async () => {}
  class Late extends LiveComponent {
    connected() {
      enter = () => this.turn(() => 'done')
    }
    getTemplate() {
      return html`<p>There</p>`
    }
  }
  const store = memoryStore()
  const session = new Session({
    id: 'one',
    page: { path: '/', component: Late, props: {}, version: 1 },
    visit: { params: {}, path: '/', locale: 'en', identity: null },
    around: {
      store,
      bus: localBus(),
      clock: new HandClock(0),
      log: {
        ...silentLogger,
        info: (about, sentence) => void said.push(`${JSON.stringify(about)} ${sentence}`),
      },
      limits: DEFAULT_LIMITS,
      owner: 'test',
      debug: true,
    },
    seed: 1,
    epoch: (await store.open('one', 'test')).epoch,
  })
  await session.prepare()
  const connection = {
    encoding: 'json' as const,
    send() {},
    close() {},
    backlog: () => 0,
    drained() {},
  }
  session.connect(connection, {
    type: 'hello',
    token: '',
    epoch: 1,
    frame: 0,
    seq: 0,
    path: '/',
    templates: [],
  })
  await session.settled()
  expect(await enter()).toBe('done')
  // One that waits as the session ends, and one that comes after it.
  let go = () => {}
  session.turn(session.tree.root, 'timer', () => new Promise<void>((resolve) => (go = resolve)))
  const waiting = enter()
  session.close(1001, 'over')
  expect(await waiting).toBeUndefined()
  expect(await enter()).toBeUndefined()
  go()
  const line =
    '{"session":"one","component":"Late"} A change from outside came when its component was gone, and was dropped. Stop what brings it in the clean-up that connected() returns.'
  expect(said).toEqual([line, line])
})

test('in the constructor and in a view it is refused by name', {
  tags: ['A12', 'from-outside'],
}, async () => {
  class Early extends LiveComponent {
    early = this.turn(() => {})
    getTemplate() {
      return html`<p></p>`
    }
  }
  class Viewing extends LiveComponent {
    getTemplate() {
      void this.turn(() => {})
      return html`<p></p>`
    }
  }
  expect((await visit(Early).catch((one) => one)).code).toBe('component-detached')
  expect((await visit(Viewing).catch((one) => one)).code).toBe('component-impure')
})

test('what connected() returns is called once for each call of it: at the end of the component, before unmounted', {
  tags: ['A1', 'clean-up'],
}, async () => {
  const calls: string[] = []
  class Inner extends LiveComponent {
    connected() {
      calls.push('connected')
      return () => void calls.push('clean-up')
    }
    unmounted() {
      calls.push('unmounted')
    }
    getTemplate() {
      return html`<p>There</p>`
    }
  }
  class Outer extends LiveComponent {
    isOpen = true
    toggle() {
      this.isOpen = !this.isOpen
    }
    getTemplate() {
      return html`<main><button lv-click=${this.toggle}>Toggle</button>${this.isOpen ? mount(Inner) : ''}</main>`
    }
  }
  const tab = await visit(Outer)
  await tab.disconnect()
  await tab.reconnect()
  expect(calls).toEqual(['connected'])
  await tab.click(byRole('button'))
  expect(calls).toEqual(['connected', 'clean-up', 'unmounted'])
  await tab.click(byRole('button'))
  await tab.reconnect({ restarted: true })
  expect(calls.slice(3)).toEqual(['connected', 'clean-up', 'unmounted', 'connected'])
})

test('a promised clean-up is called at once if the component has ended meanwhile, and one that fails hinders no other', {
  tags: ['A1', 'clean-up'],
}, async () => {
  const calls: string[] = []
  class Failing extends LiveComponent {
    connected() {
      this.every(1000, () => void calls.push('tick'))
      return async () => {
        calls.push('fails')
        throw new Error('it was closed already')
      }
    }
    unmounted() {
      calls.push('unmounted')
    }
    getTemplate() {
      return html`<p>There</p>`
    }
  }
  class Promised extends LiveComponent {
    async connected() {
      await later()
      return () => void calls.push('promised')
    }
    getTemplate() {
      return html`<p>Too</p>`
    }
  }
  class Outer extends LiveComponent {
    isOpen = true
    close() {
      this.isOpen = false
    }
    getTemplate() {
      return html`<main><button lv-click=${this.close}>Close</button>${this.isOpen ? html`${mount(Failing)}${mount(Promised)}` : ''}</main>`
    }
  }
  const tab = await visit(Outer)
  const failed = await tab.click(byRole('button')).catch((one) => one)
  expect(failed.message).toBe('it was closed already')
  expect(calls).toEqual(
    ['promised', 'fails', 'unmounted'].sort((a, b) => calls.indexOf(a) - calls.indexOf(b)),
  )
  await tab.clock.advance(2000)
  expect(calls).not.toContain('tick')
})

test('of what is pushed as newest, one of each name waits for a tab that is away, in the order of the newest', {
  tags: ['A16', 'newest-push'],
}, async () => {
  class Ticker extends LiveComponent {
    connected() {
      this.subscribe<number>('price', (price) => {
        this.push('price', price, { newest: true })
        this.push('line', price)
        this.push('last', price, { newest: true })
        if (price === 9) throw new Error('nine')
      })
    }
    getTemplate() {
      return html`<p>Prices</p>`
    }
  }
  const bus = localBus()
  const tab = await visit(Ticker, { bus })
  await tab.disconnect()
  for (const price of [1, 2, 3]) await tab.settled(() => bus.publish('price', price))
  // What a turn pushed that failed is taken back, and what it took the place of waits again.
  expect((await tab.settled(() => bus.publish('price', 9)).catch((one) => one)).message).toBe(
    'nine',
  )
  await tab.reconnect()
  const pushed = tab.messages.flatMap((one) =>
    one.kind === 'pushed' ? `${one.name} ${one.detail}` : [],
  )
  expect(pushed).toEqual(['line 1', 'line 2', 'price 3', 'line 3', 'last 3'])
})

test('so the queue is never full of it', { tags: ['A16', 'newest-push'] }, async () => {
  class Ticker extends LiveComponent {
    connected() {
      this.subscribe<number>('price', (price) => this.push('price', price, { newest: true }))
    }
    getTemplate() {
      return html`<p>Prices</p>`
    }
  }
  const bus = localBus()
  const tab = await visit(Ticker, { bus, limits: { queue: 2 } })
  await tab.disconnect()
  await tab.settled(() => {
    for (let price = 1; price <= 50; price++) bus.publish('price', price)
  })
  await tab.reconnect()
  expect(tab.messages).toEqual([{ kind: 'pushed', name: 'price', detail: 50 }])
})
