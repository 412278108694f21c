/** The examples of the guides about testing, security, accessibility and performance. */
import { serve } from 'telar/server'
import { byLabel, byRole, visit } from 'telar/testing'
import { beforeAll, expect, test } from 'vitest'
import { localBus, silentLogger } from '../../../engine/server/index.ts'
import { Bold } from '../../../site/guides/examples/accessibility/bold.ts'
import { Tasks } from '../../../site/guides/examples/accessibility/tasks.ts'
import { Log } from '../../../site/guides/examples/performance/log.ts'
import { Prices } from '../../../site/guides/examples/performance/prices.ts'
import { logOut } from '../../../site/guides/examples/security/log-out.ts'
import { logins, notes, options } from '../../../site/guides/examples/security/notes.ts'
import { ensureClient } from '../../server/support/client-built.ts'
// The guide about testing shows these tests themselves.
import '../../../site/guides/examples/testing/chat.test.ts'
import '../../../site/guides/examples/testing/counter.test.ts'

beforeAll(ensureClient)

const as = (sid: string) => ({ ...options, headers: { cookie: `sid=${sid}` } })

test('security: nobody sees notes, and only an admin sees those of all', async () => {
  await expect(visit('/notes', options)).rejects.toThrow('the guard of Notes')
  expect((await visit('/admin', as('s-2'))).status).toBe(403)
  expect((await visit('/admin', as('s-1'))).text()).toContain('notes of all')
})

test('security: a visitor adds and removes their own, checked by the schema', async () => {
  const tab = await visit('/notes', as('s-1'))
  await tab.fill(byLabel('Note'), '  Wind the bobbins ')
  await tab.click(byRole('button', { name: 'Add' }))
  expect(notes.at(-1)).toMatchObject({ owner: 'Ada', text: 'Wind the bobbins' })
  await tab.click(byRole('button', { name: 'Remove Order linen' }))
  expect(notes.some(({ text }) => text === 'Order linen')).toBe(false)
  await tab.fill(byLabel('Note'), '   ')
  await expect(tab.click(byRole('button', { name: 'Add' }))).rejects.toThrow('Write something')
})

test('security: a log-out ends what was open', async () => {
  const server = await serve({ ...options, port: 0, logger: silentLogger })
  const headers = { cookie: 'sid=s-2' }
  expect((await fetch(`${server.address}/notes`, { headers })).status).toBe(200)
  await logOut(server, 's-2', logins.get('s-2')!)
  expect((await fetch(`${server.address}/notes`, { headers })).status).toBe(403)
  expect(server.sessions).toBe(0)
  await server.close()
})

test('accessibility: what was done is said, and each row has a name of its own', async () => {
  const tab = await visit(Tasks)
  await tab.fill(byLabel('Task'), 'Milk')
  await tab.click(byRole('button', { name: 'Add' }))
  expect(tab.text(byRole('status'))).toBe('Milk added, 1 in the list')
  await tab.click(byRole('button', { name: 'Remove Milk' }))
  expect(tab.text(byRole('status'))).toBe('Milk removed')
})

test('accessibility: a boolean becomes the word that ARIA wants', async () => {
  const tab = await visit(Bold)
  expect(tab.html()).toContain('aria-pressed="false"')
  await tab.click(byRole('button', { name: 'Bold', pressed: false }))
  expect(tab.html()).toContain('aria-pressed="true"')
})

test('performance: a stream shows new rows and comes back after a restart', async () => {
  const bus = localBus()
  const tab = await visit(Log, { bus })
  await tab.settled(() => void bus.publish('log', { id: 2, text: 'listening' }))
  expect(tab.text()).toContain('listening')
  expect(JSON.stringify(tab.state)).not.toContain('listening')
})

test('performance: a shared view shows each visitor the newest price', async () => {
  const bus = localBus()
  const tabs = await Promise.all([visit(Prices, { bus }), visit(Prices, { bus })])
  for (const tab of tabs)
    await tab.settled(() => void bus.publish('prices', { name: 'Wool', cents: 950 }))
  for (const tab of tabs) expect(tab.text()).toContain('Wool: 9.5')
})
