/** Commands of the page and lv-ignore in the kit, as in the shipped client. */
import { expect, test } from 'vitest'
import {
  addClass,
  dispatch,
  focus,
  html,
  LiveComponent,
  type LiveEvent,
  removeClass,
  setAttribute,
  show,
  toggle,
  toggleClass,
} from '../../engine/index.ts'
import { byRole, visit } from '../../engine/testing/index.ts'

class Menu extends LiveComponent {
  heard: unknown[] = []
  tone = 'calm'
  getTemplate() {
    return html`<main lv-zoom=${({ detail }: LiveEvent) => this.heard.push(detail)}>
      <button lv-do-click=${[toggle('#menu'), focus('#search'), addClass('on')]} lv-click=${() => this.heard.push('handler')}>Menu</button>
      <nav id="menu" class=${this.tone} hidden><input id="search" /></nav>
      <button id="zoom" lv-do-click=${dispatch('zoom', { to: 2 })}>Zoom</button>
      <button id="loud" lv-click=${() => (this.tone = 'loud')} lv-do-click=${[setAttribute('title', 'told', '#menu'), toggleClass('wide', '#menu')]}>Loud</button>
      <button id="back" lv-do-click=${[show('#menu'), removeClass('wide', '#menu')]}>Back</button>
    </main>`
  }
}

test('commands are done at once, and the handler beside them goes its way', {
  tags: ['A22', 'A23', 'kit-events'],
}, async () => {
  const tab = await visit(Menu)
  await tab.disconnect()
  await tab.click(byRole('button', { name: 'Menu' }))
  expect(tab.has('#menu:not([hidden])')).toBe(true)
  expect(tab.focused('#search')).toBe(true)
  expect(tab.has('button.on')).toBe(true)
  await tab.reconnect()
  expect(tab.state.heard).toEqual(['handler'])
})

test('a command dispatches an event of the page’s own, with its detail', {
  tags: ['A22', 'A23'],
}, async () => {
  const tab = await visit(Menu)
  await tab.click('#zoom')
  expect(tab.state.heard).toEqual([{ to: 2 }])
})

test('what a command wrote stands over a restart, until the server gives that attribute anew', {
  tags: ['A22', 'A23'],
}, async () => {
  const tab = await visit(Menu)
  await tab.click(byRole('button', { name: 'Menu' }))
  await tab.reconnect({ restarted: true })
  expect(tab.has('#menu:not([hidden])')).toBe(true)
  await tab.click('#loud')
  expect(tab.has('#menu.loud:not(.wide)[title=told]')).toBe(true)
})
