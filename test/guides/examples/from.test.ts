/** The examples of the guides for those who come from elsewhere. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { localBus } from 'telar/server'
import { byLabel, byRole, visit } from 'telar/testing'
import { expect, test } from 'vitest'
import { Cart } from '../../../site/guides/examples/from-blazor/cart.ts'
import { Contacts } from '../../../site/guides/examples/from-htmx/contacts.ts'
import { Posts } from '../../../site/guides/examples/from-livewire/posts.ts'
import { Room } from '../../../site/guides/examples/from-phoenix/room.ts'
import { Todos } from '../../../site/guides/examples/from-react/todos.ts'
import { Todos as ReactTodos } from '../../../site/guides/examples/from-react/todos.tsx'

test('from-phoenix: visitors of a room see each other, hear each other, and its clock', async () => {
  const bus = localBus()
  const props = { name: 'hall' }
  const ada = await visit(Room, { bus, props })
  const grace = await visit(Room, { bus, props })
  await grace.fill('input', 'Hello')
  await grace.click(byRole('button', { name: 'Send' }))
  await ada.settled()
  expect(ada.text()).toContain('hall: 2 here, 0 s')
  expect(ada.text()).toContain('Hello')
  await ada.clock.advance(2000)
  expect(ada.text()).toContain('2 s')
})

test('from-livewire: what is typed is searched once it pauses', async () => {
  const tab = await visit(Posts)
  await tab.fill(byLabel('Search'), 'scarf')
  await tab.clock.advance(250)
  expect(tab.text()).toContain('1 found')
  expect(tab.text()).not.toContain('Warp')
})

test('from-blazor: a child calls back its parent, which stays above zero', async () => {
  const tab = await visit(Cart)
  await tab.click(byRole('button', { name: 'One more' }))
  expect(tab.text()).toContain('Total: 24')
  for (let i = 0; i < 3; i += 1) await tab.click(byRole('button', { name: 'One less' }))
  expect(tab.text()).toContain('Total: 0')
})

test('from-htmx: the row goes, and the number in the heading changes', async () => {
  const tab = await visit(Contacts)
  await tab.click(byRole('button', { name: 'Remove Ada' }))
  expect(tab.text()).toContain('1 contacts')
  expect(tab.has(byRole('button', { name: 'Remove Ada' }))).toBe(false)
})

test('from-react: both lists show the same, and the one here adds what was typed', async () => {
  const tab = await visit(Todos)
  expect(renderToStaticMarkup(createElement(ReactTodos))).toContain('aria-label="What to do"')
  await tab.fill(byLabel('What to do'), 'Weave')
  await tab.click(byRole('button', { name: 'Add' }))
  expect(tab.state).toEqual({ todos: [{ id: expect.any(String), title: 'Weave' }] })
  expect(tab.value('input')).toBe('')
})
