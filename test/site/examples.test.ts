/** The larger live examples: the benchmark's table, the chat, the order board. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { localBus } from '../../engine/bus/local-bus.ts'
import { byLabel, byRole, visit } from '../../engine/testing/index.ts'
import Chat from '../../site/examples/chat.ts'
import KeyedTable from '../../site/examples/keyed-table.ts'
import { answerOrders } from '../../site/examples/order-api.ts'
import { OrderBook, readOrder } from '../../site/examples/order-book.ts'

const rows = (tab: Awaited<ReturnType<typeof visit>>) =>
  tab.text('tbody') === '' ? [] : tab.text('tbody').split('\n')

test('the table creates, appends, updates, swaps, selects, removes and clears as the benchmark wants', async () => {
  const tab = await visit(KeyedTable)
  await tab.click('#run')
  const first = rows(tab)
  expect(first).toHaveLength(1000)
  expect(first[0]).toMatch(/^1 \w+ \w+ \w+$/)
  expect(first[999]).toMatch(/^1000 /)
  await tab.click('#update')
  expect(rows(tab)[0]).toBe(`${first[0]} !!!`)
  expect(rows(tab)[10]).toBe(`${first[10]} !!!`)
  expect(rows(tab)[1]).toBe(first[1])
  expect(tab.frames[0]?.ops).toHaveLength(100)
  await tab.click('#swaprows')
  expect(rows(tab)[1]).toBe(first[998])
  expect(rows(tab)[998]).toBe(first[1])
  expect(tab.frames[0]?.ops.map(({ op }) => op)).toEqual(['move', 'move'])
  await tab.click('tbody tr:nth-child(5) td:nth-child(2) a')
  expect(tab.text('tr.danger')).toBe(first[4])
  await tab.click('tbody tr:nth-child(5) td:nth-child(3) a')
  expect(rows(tab)).toHaveLength(999)
  expect(tab.frames[0]?.ops.map(({ op }) => op)).toEqual(['remove'])
  await tab.click('#add')
  expect(rows(tab)).toHaveLength(1999)
  expect(rows(tab)[1998]).toMatch(/^2000 /)
  await tab.click('#clear')
  expect(rows(tab)).toEqual([])
  await tab.click('#runlots')
  expect(rows(tab)).toHaveLength(10_000)
})

test('a public line reaches everyone, a private one those two alone', {
  tags: ['A12'],
}, async () => {
  const ana = await visit(Chat)
  const [berta, carla] = [await ana.another(), await ana.another()]
  for (const [tab, name] of [
    [ana, 'Ana'],
    [berta, 'Berta'],
    [carla, 'Carla'],
  ] as const) {
    await tab.fill(byLabel('Your name'), name)
    await tab.click(byRole('button', { name: 'Enter' }))
  }
  expect(ana.text('nav')).toBe('Here now 3\nEveryone\nBerta\nCarla')
  await ana.fill(byLabel('Say to everyone'), 'Hello')
  await ana.click(byRole('button', { name: 'Send' }))
  expect(ana.value(byLabel('Say to everyone'))).toBe('')
  expect([ana, berta, carla].map((tab) => tab.text('[role=log]'))).toEqual([
    'You Hello',
    'Ana Hello',
    'Ana Hello',
  ])
  await berta.click(byRole('button', { name: 'Ana' }))
  await berta.fill(byLabel('Say to Ana'), 'Just you')
  await berta.click(byRole('button', { name: 'Send' }))
  expect(ana.text('[role=log]')).toBe('You Hello\nBerta to you alone Just you')
  expect(berta.text('[role=log]')).toBe('Ana Hello\nYou to Ana alone Just you')
  expect(carla.text('[role=log]')).toBe('Ana Hello')
})

test('whoever goes is gone from the list, and is said to have left', {
  tags: ['A12'],
}, async () => {
  const ana = await visit(Chat)
  const berta = await ana.another()
  for (const [tab, name] of [
    [ana, 'Ana'],
    [berta, 'Berta'],
  ] as const) {
    await tab.fill(byLabel('Your name'), name)
    await tab.click(byRole('button', { name: 'Enter' }))
  }
  await ana.click(byRole('button', { name: 'Berta' }))
  await berta.disconnect()
  await ana.clock.advance(60_001)
  expect(ana.text('nav')).toBe('Here now 1\nEveryone')
  expect(ana.text('section [role=status]')).toBe('Berta has left.')
})

test.each([
  [
    { table: ' 7 ', dish: 'Locro', quantity: 2 },
    { table: '7', dish: 'Locro', quantity: 2 },
  ],
  [
    { table: '7', dish: 'Locro', quantity: '2' },
    { table: '7', dish: 'Locro', quantity: 2 },
  ],
  [{ table: '', dish: 'x'.repeat(61), quantity: 1.5 }, ['table', 'dish', 'quantity']],
  [{ table: 7, dish: ['Locro'], quantity: 100 }, ['table', 'dish', 'quantity']],
  [null, ['table', 'dish', 'quantity']],
  ['{}', ['table', 'dish', 'quantity']],
])('an order is read or told field by field what is wrong: %o', (sent, wanted) => {
  const read = readOrder(sent)
  expect('problems' in read ? Object.keys(read.problems) : read).toEqual(wanted)
})

test('an order goes one stage on at a time and then leaves; the oldest of too many goes', async () => {
  const book = new OrderBook(localBus(), () => 0)
  const { id } = book.add({ table: '1', dish: 'Locro', quantity: 1 })
  const stages = ['waiting', 'cooking', 'ready', undefined, undefined].map((stage) => {
    const now = book.list().find((order) => order.id === id)?.stage
    book.advance(id)
    return [stage, now]
  })
  for (const [wanted, got] of stages) expect(got).toBe(wanted)
  for (let at = 0; at < 61; at++) book.add({ table: '1', dish: `${at}`, quantity: 1 })
  expect(book.list()).toHaveLength(60)
  expect(book.list()[0]?.dish).toBe('1')
})

test('orders come by POST; what is not one is answered with what to send', async () => {
  const book = new OrderBook(localBus(), () => 0)
  const server = createServer((request, response) => void answerOrders(book, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const post = (body: string, type = 'application/json') =>
    fetch(address, { method: 'POST', headers: { 'content-type': type }, body })
  const taken = await post('{"table":"7","dish":"Locro","quantity":2}')
  expect(taken.status).toBe(201)
  const order = { table: '7', dish: 'Locro', quantity: 2, id: 1, stage: 'waiting', at: 0 }
  expect(await taken.json()).toEqual(order)
  expect((await post('{"table":"7"}')).status).toBe(422)
  expect((await post('{')).status).toBe(422)
  expect((await post('{}', 'text/plain')).status).toBe(415)
  expect((await post(`"${'x'.repeat(5000)}"`)).status).toBe(413)
  expect((await fetch(address, { method: 'DELETE' })).status).toBe(405)
  expect(await (await fetch(address)).json()).toEqual([order])
})
