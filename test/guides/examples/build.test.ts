/** The examples of the guides about templates, events, forms, addresses and state. */
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { localBus } from 'telar/server'
import { byLabel, byRole, visit } from 'telar/testing'
import { expect, test } from 'vitest'
import { options } from '../../../site/guides/examples/addresses/books.ts'
import { Desk } from '../../../site/guides/examples/events/desk.ts'
import { Report } from '../../../site/guides/examples/events/report.ts'
import { Trip } from '../../../site/guides/examples/events/trip.ts'
import { BookTable } from '../../../site/guides/examples/forms/booking.ts'
import { Ordering } from '../../../site/guides/examples/forms/order.ts'
import { Cart } from '../../../site/guides/examples/state-and-stores/cart.ts'
import { Clock } from '../../../site/guides/examples/state-and-stores/clock.ts'
import { database, Orders } from '../../../site/guides/examples/state-and-stores/orders.ts'
import { Board } from '../../../site/guides/examples/templates/board.ts'

test('templates: a panel folds the piece of its parent, whose handler stays the parent’s', async () => {
  const tab = await visit(Board)
  await tab.click(byRole('button', { name: 'Finish Weave' }))
  expect(tab.html()).toContain('class="task done"')
  expect(tab.text()).not.toContain('40 %')
  await tab.click(byRole('button', { name: 'Tasks (2)', expanded: true }))
  expect(tab.has('li')).toBe(false)
})

test('events: a form opens without a trip, Escape clears it, and a star is there at once', async () => {
  const tab = await visit(Desk)
  await tab.click(byRole('button', { name: 'Write' }))
  expect(tab.sentBytes).toBe(0)
  expect(tab.focused(byLabel('Letter'))).toBe(true)
  await tab.fill(byLabel('Letter'), 'Dear Ada')
  await tab.press(byLabel('Letter'), 'Escape')
  expect(tab.value(byLabel('Letter'))).toBe('')
  await tab.fill(byLabel('Letter'), 'Dear Grace')
  await tab.click(byRole('button', { name: 'Send' }))
  await tab.click(byRole('button', { name: 'Star Dear Grace' }))
  expect(tab.html()).toContain('class="on"')
})

test('events: a long handler shows what it is doing', async () => {
  const tab = await visit(Report)
  await tab.click(byRole('button'))
  expect(tab.text()).toContain('Done Linen, Wool')
  expect(tab.frames).toHaveLength(2)
})

test('events: the script of the map draws, follows and tells what was picked', async () => {
  const file = new URL('../../../site/guides/examples/events/map.js', import.meta.url)
  const window: {
    telar?: { hooks: Record<string, Record<string, (...given: object[]) => void>> }
  } = {}
  runInNewContext(readFileSync(file, 'utf8'), { window })
  const element = { dataset: { at: 'Quito' }, textContent: '', onclick: () => {} }
  const pushed: unknown[] = []
  const map = window.telar!.hooks.map!
  map.mounted!(element, { push: (...given: unknown[]) => pushed.push(given) })
  expect(element.textContent).toBe('A map of Quito')
  element.onclick()
  expect(pushed).toEqual([['pick', { place: 'Lima' }]])
  element.dataset.at = 'Lima'
  map.updated!(element)
  expect(element.textContent).toBe('A map of Lima')
  const tab = await visit(Trip)
  await tab.fire('[lv-hook]', 'pick', { detail: { place: 'Lima' } })
  expect(tab.text()).toContain('Lima')
})

test('forms: what is wrong is said, what is taken is said, what is right is booked', async () => {
  const tab = await visit(BookTable)
  await tab.click(byRole('button', { name: 'Book' }))
  expect(tab.text()).toContain('Enter your name')
  await tab.fill(byLabel('Name'), 'Ada')
  await tab.fill(byLabel('E-mail'), 'ada@example.org')
  await tab.click(byRole('button', { name: 'Book' }))
  expect(tab.text()).toContain('This address has a booking')
  await tab.fill(byLabel('E-mail'), 'ada@example.com')
  await tab.fill(byLabel('Seats'), '3')
  await tab.click(byRole('button', { name: 'Book' }))
  expect(tab.text()).toContain('3 seats for Ada')
})

test('forms: a line more, and a single field that is checked', async () => {
  const tab = await visit(Ordering)
  await tab.click(byRole('button', { name: 'One more' }))
  await tab.fill(byLabel('Product 1'), 'linen')
  await tab.fill(byLabel('Product 2'), 'wool')
  await tab.fill(byLabel('Count 2'), '4')
  await tab.click(byRole('button', { name: 'Order' }))
  expect(tab.text()).toContain('1 linen, 4 wool')
  await tab.fill(byLabel('Name'), ' For Ada ')
  await tab.blur()
  expect(tab.text()).toContain('For Ada')
})

test('addresses: the address says the page, Back goes back, and what is not there is told', async () => {
  const tab = await visit('/books?page=1', options)
  await tab.click(byRole('button', { name: 'Next page' }))
  expect(tab.url).toBe('/books?q=&page=2')
  expect(tab.title).toBe('Books, page 2')
  await tab.back()
  expect(tab.text()).toContain('Warp')
  await tab.follow(byRole('link', { name: 'Weft' }))
  expect(tab.url).toBe('/books/2')
  expect(tab.text()).toContain('Weft')
  const lost = await visit('/books/77', options)
  expect(lost.status).toBe(404)
  expect(lost.text()).toContain('There is no such book.')
})

test('state: maps and dates outlive the process, private fields are made again', async () => {
  const tab = await visit(Cart)
  await tab.click(byRole('button', { name: 'Linen' }))
  await tab.click(byRole('button', { name: 'Wool' }))
  await tab.disconnect()
  await tab.reconnect({ restarted: true })
  await tab.click(byRole('button', { name: 'Wool' }))
  expect(tab.text()).toContain('Total: 30')
})

test('state: start runs once, connected runs again', async () => {
  const tab = await visit(Clock)
  await tab.clock.advance(3000)
  await tab.disconnect()
  await tab.reconnect({ restarted: true })
  await tab.clock.advance(2000)
  expect(tab.text()).toContain('Open for 5 s')
})

test('state: a cursor brings what was missed, and its lack loads all', async () => {
  const bus = localBus()
  const tab = await visit(Orders, { bus })
  expect(tab.text()).toBe(database.orders.join(', '))
  await tab.settled(() => void bus.publish('orders', 'Wool'))
  expect(tab.text()).toBe('Linen, Wool')
})
