/** Values that are loaded: their states, what cancels them, what stands again after a take-over. */
import { expect, test } from 'vitest'
import { html, LiveComponent, load, mount } from '../../engine/index.ts'
import { byRole, visit } from '../../engine/testing/index.ts'
import { gate } from './support/gate.ts'

/** A component that loads by hand: each run of its load waits at the next gate. */
function stage() {
  const runs: { signal: AbortSignal; gate: ReturnType<typeof gate<string>> }[] = []
  class Profile extends LiveComponent {
    user = load((signal) => {
      const one = { signal, gate: gate<string>() }
      runs.push(one)
      return one.gate.promise
    })
    clicks = 0
    click() {
      this.clicks += 1
    }
    getTemplate() {
      const { state, value, error } = this.user
      return html`<p>${state} ${value} ${(error as Error)?.message}</p>
        <button lv-click=${this.click}>${this.clicks}</button><a href="#" lv-click=${this.user.reload}>Reload</a>`
    }
  }
  class Page extends LiveComponent {
    shown = false
    getTemplate() {
      return html`<h1 lv-click=${() => {
        this.shown = !this.shown
      }}>Show</h1>${this.shown ? mount(Profile) : ''}`
    }
  }
  return { Page, Profile, runs }
}

async function shown() {
  const { Page, runs } = stage()
  const tab = await visit(Page)
  await tab.click('h1')
  return { tab, runs }
}

test('a load is loading, then done; the session’s events go on meanwhile', {
  tags: ['A22', 'async-loads'],
}, async () => {
  const { tab, runs } = await shown()
  await tab.click(byRole('button'))
  expect(tab.text('p')).toBe('loading')
  await runs[0]!.gate.open('Ada')
  await tab.clock.advance(0)
  expect([tab.text('p'), tab.text('button')]).toEqual(['done Ada', '1'])
})

test('a load that fails keeps its error, over a take-over too, and loads again when asked', {
  tags: ['A22', 'async-loads'],
}, async () => {
  const { tab, runs } = await shown()
  await runs[0]!.gate.fail(new RangeError('no network'))
  await tab.clock.advance(0)
  expect(tab.text('p')).toBe('failed no network')
  await tab.reconnect({ restarted: true })
  expect([tab.text('p'), runs.length]).toEqual(['failed no network', 1])
  await tab.click(byRole('link'))
  expect(tab.text('p')).toBe('loading')
  await runs[1]!.gate.open('Ada')
  await tab.clock.advance(0)
  expect(tab.text('p')).toBe('done Ada')
})

test('what was loaded is restored; what was loading runs again at a take-over, which does not wait for it', {
  tags: ['A22'],
}, async () => {
  const { tab, runs } = await shown()
  await tab.reconnect({ restarted: true })
  expect([tab.text('p'), runs.length, runs[0]!.signal.aborted]).toEqual(['loading', 2, true])
  await runs[1]!.gate.open('Ada')
  await tab.clock.advance(0)
  await tab.reconnect({ restarted: true })
  expect([tab.text('p'), runs.length]).toEqual(['done Ada', 2])
})

test('a load ends with its component: aborted, and what still comes is dropped', {
  tags: ['A22', 'async-loads'],
}, async () => {
  const { tab, runs } = await shown()
  await tab.click('h1')
  expect(runs[0]!.signal.aborted).toBe(true)
  await runs[0]!.gate.open('late')
  await tab.clock.advance(0)
  expect(tab.text()).toBe('Show')
})

test('a result that arrives after a newer reload is dropped; the older value stands until then', {
  tags: ['A22'],
}, async () => {
  const { tab, runs } = await shown()
  await runs[0]!.gate.open('first')
  await tab.clock.advance(0)
  await tab.click(byRole('link'))
  await tab.click(byRole('link'))
  expect(runs.map(({ signal }) => signal.aborted)).toEqual([false, true, false])
  await runs[2]!.gate.open('third')
  await runs[1]!.gate.open('second')
  await tab.clock.advance(0)
  expect(tab.text('p')).toBe('done third')
})

test('a handler that reloads and then throws is taken back: done as it was, the new run aborted', {
  tags: ['A22', 'A2'],
}, async () => {
  const signals: AbortSignal[] = []
  class Fails extends LiveComponent {
    user = load((signal) => {
      signals.push(signal)
      return signals.length === 1 ? 'Ada' : new Promise<string>(() => {})
    })
    fail() {
      this.user.reload()
      throw new Error('after all')
    }
    getTemplate() {
      return html`<button lv-click=${this.fail}>${this.user.state} ${this.user.value}</button>`
    }
  }
  const tab = await visit(Fails)
  await expect(tab.click(byRole('button'))).rejects.toThrow('after all')
  expect([tab.text(), signals[1]!.aborted]).toEqual(['done Ada', true])
})

test('a first paint waits for what is loaded at once, and shows it loading after two seconds', {
  tags: ['A22', 'A5'],
}, async () => {
  class Quick extends LiveComponent {
    user = load(async () => 'Ada')
    getTemplate() {
      return html`<p>${this.user.value}</p>`
    }
  }
  const first = await visit(Quick)
  expect([first.text(), first.state.user]).toEqual(['Ada', expect.anything()])
  const { Profile, runs } = stage()
  const tab = await visit(Profile)
  expect(tab.text('p')).toBe('loading')
  await runs[0]!.gate.open('Ada')
  await tab.clock.advance(0)
  expect(tab.text('p')).toBe('done Ada')
})

test('a value that can’t be stored is a failure that names it', {
  tags: ['A22', 'A13'],
}, async () => {
  class Odd extends LiveComponent {
    user = load(() => ({ save() {} }))
    getTemplate() {
      return html`<p>${this.user.state} ${(this.user.error as Error)?.message}</p>`
    }
  }
  expect((await visit(Odd)).text()).toContain('Odd.load.value.save, received a function.')
})

test('a template may throw what a load failed with: the boundary shows it, and retry loads again', {
  tags: ['A22', 'A11'],
}, async () => {
  let runs = 0
  class User extends LiveComponent {
    user = load(async () => {
      runs += 1
      if (runs === 1) throw new Error('offline')
      return 'Ada'
    })
    getTemplate() {
      if (this.user.state === 'failed') throw this.user.error
      return html`<p>${this.user.value}</p>`
    }
  }
  class Page extends LiveComponent {
    fallback(error: unknown, retry: () => void) {
      return html`<button lv-click=${retry}>${(error as Error).message}</button>`
    }
    getTemplate() {
      return html`<main>${mount(User)}</main>`
    }
  }
  const tab = await visit(Page)
  expect(tab.text()).toBe('offline')
  await tab.click(byRole('button'))
  expect(tab.text()).toBe('Ada')
})

test('load() in a handler is refused with a sentence', { tags: ['A22'] }, async () => {
  class Late extends LiveComponent {
    user: unknown
    go() {
      this.user = load(() => 1)
    }
    getTemplate() {
      return html`<button lv-click=${this.go}>Go</button>`
    }
  }
  const tab = await visit(Late)
  await expect(tab.click(byRole('button'))).rejects.toThrow('Expected load() in a field')
})
