/** What a tab of the kit has of a browser: names of its own, which nobody beside it sees, and the server's limits behind it. */
import { expect, test, vi } from 'vitest'
import { html, LiveComponent, type LiveEvent } from '../../engine/index.ts'
import { HandClock } from '../../engine/testing/hand-clock.ts'
import { byLabel, byRole, visit } from '../../engine/testing/index.ts'
import { openWindow } from '../../engine/testing/window.ts'

/** The same wherever they are. */
const SHARED = ['URL', 'TextDecoder', 'TextEncoder']

test('what the client uses of a window is that of its tab, and nothing of Node’s', {
  tags: ['A23'],
}, async () => {
  const { window } = openWindow('<p></p>', 'http://localhost/', {
    clock: new HandClock(),
    threw() {},
  })
  vi.stubGlobal('surroundings', window)
  const used = Object.entries(await import('../../wasm/client/window.ts'))
  vi.unstubAllGlobals()
  const ofNode = used.filter(([name, value]) => value === Reflect.get(globalThis, name))
  expect(used.map(([name]) => name)).toContain('setTimeout')
  expect(ofNode.map(([name]) => name).filter((name) => !SHARED.includes(name))).toEqual([])
  const absent = used.filter(([, value]) => value === undefined).map(([name]) => name)
  expect(absent).toEqual([])
})

test('a component sees no document and no window, in its first paint or in its handlers', {
  tags: ['A23'],
}, async () => {
  class Looking extends LiveComponent {
    seen: string[] = []
    look = () => {
      this.seen.push(typeof document, typeof window, typeof location)
    }
    start() {
      this.look()
    }
    getTemplate() {
      return html`<button lv-click=${this.look}>Look</button>`
    }
  }
  const tab = await visit(Looking)
  await tab.click(byRole('button'))
  expect(new Set(tab.state.seen as string[])).toEqual(new Set(['undefined']))
})

test('two tabs have a focus, a page and a connection each', { tags: ['A9', 'A23'] }, async () => {
  class Draft extends LiveComponent {
    text = ''
    getTemplate() {
      return html`<input aria-label="Draft" .value=${this.text} lv-input=${({
        value,
      }: LiveEvent) => {
        this.text = value
      }} />`
    }
  }
  const tab = await visit(Draft)
  const other = await tab.another()
  await tab.disconnect()
  await tab.fill(byLabel('Draft'), 'mine')
  await other.fill(byLabel('Draft'), 'theirs')
  expect([tab.value('input'), other.value('input')]).toEqual(['mine', 'theirs'])
  expect([tab.state.text, other.state.text]).toEqual(['', 'theirs'])
  await tab.reconnect()
  expect(tab.state.text).toBe('mine')
})

test('a tab comes back by itself once its time has come, as a browser’s does', {
  tags: ['A10', 'A23'],
}, async () => {
  class Counter extends LiveComponent {
    count = 0
    getTemplate() {
      return html`<button lv-click=${() => this.count++}>${this.count}</button>`
    }
  }
  const tab = await visit(Counter)
  await tab.disconnect()
  await tab.click(byRole('button'))
  await tab.clock.advance(120_000)
  expect(tab.text()).toBe('0')
  await tab.reconnect()
  expect(tab.text()).toBe('1')
})

test('what is larger than a page takes is refused in a sentence, and nothing of it is applied', {
  tags: ['A14', 'A23'],
}, async () => {
  class Note extends LiveComponent {
    length = 0
    getTemplate() {
      return html`<textarea aria-label="Note" lv-input=${({ value }: LiveEvent) => {
        this.length = value.length
      }}></textarea>`
    }
  }
  const tab = await visit(Note)
  await tab.fill(byLabel('Note'), 'x'.repeat(100_000))
  expect(tab.state.length).toBe(100_000)
  await expect(tab.fill(byLabel('Note'), 'x'.repeat(1_100_000))).rejects.toThrow(/at most|1048576/)
  expect(tab.state.length).toBe(100_000)
})

test('five hundred clicks in a row are each heard: what a person does takes its time', {
  tags: ['A14', 'A23'],
}, async () => {
  class Counter extends LiveComponent {
    count = 0
    getTemplate() {
      return html`<button lv-click=${() => this.count++}>${this.count}</button>`
    }
  }
  const tab = await visit(Counter)
  for (let i = 0; i < 500; i++) await tab.click('button')
  expect(tab.text()).toBe('500')
})

test('of several elements with one id the first in the page is meant, whichever came first', {
  tags: ['A23'],
}, () => {
  const { window } = openWindow('<p></p><i id="a">old</i>', 'http://localhost/', {
    clock: new HandClock(),
    threw() {},
  })
  const { document } = window
  const text = (id: string) => document.getElementById(id)?.textContent
  const added = document.createElement('b')
  added.id = 'a'
  added.textContent = 'new'
  document.querySelector('p')!.append(added)
  expect([text('a'), text('b'), text('')]).toEqual(['new', undefined, undefined])
  added.remove()
  expect(text('a')).toBe('old')
  document.body.append(added)
  expect(text('a')).toBe('old')
})
