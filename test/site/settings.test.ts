/** What the server is told by its environment, and what it says when that makes no sense. */
import { expect, test } from 'vitest'
import { readSettings } from '../../site/lib/settings.ts'

test('told nothing, the site is at 3000 and its host at 3001, on this machine alone', () => {
  const { secret, ...settings } = readSettings({})
  expect(settings).toEqual({
    hosts: [],
    port: 3000,
    bind: '127.0.0.1',
    hostKind: 'self',
    origin: 'http://localhost:3000',
    hostOrigin: 'http://localhost:3001',
    previewHost: 'localhost',
    database: {},
    dev: false,
  })
  expect(secret.length).toBeGreaterThanOrEqual(32)
})

test('PORT moves the site and the host with it', () => {
  const { origin, hostOrigin } = readSettings({ PORT: '4000' })
  expect([origin, hostOrigin]).toEqual(['http://localhost:4000', 'http://localhost:4001'])
})

test.each(['0', '-1', '65535', '70000', '3000.5', 'eight'])('PORT=%s is refused', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(
    `PORT to be a whole number from 1 to 65534, received "${PORT}"`,
  )
})

test('an unknown host is refused with the ones there are', () => {
  expect(() => readSettings({ TELAR_HOST: 'cloud' })).toThrow(
    'TELAR_HOST to be self, stackblitz or auto, received "cloud"',
  )
})

test('an origin with a path is refused', () => {
  expect(() => readSettings({ TELAR_ORIGIN: 'https://telar.example/site' })).toThrow(
    'TELAR_ORIGIN to be an origin such as https://telar.example, received "https://telar.example/site"',
  )
})

test('a short secret is refused, none makes a new one', () => {
  expect(() => readSettings({ TELAR_SECRET: 'short' })).toThrow(
    'TELAR_SECRET to have 32 characters or more, received 5.',
  )
  expect(readSettings({}).secret).not.toBe(readSettings({}).secret)
})

test('a key for StackBlitz is handed on as it is, and none is none', () => {
  expect(readSettings({ TELAR_WEBCONTAINER_KEY: 'wc_api_1' }).webcontainerKey).toBe('wc_api_1')
  expect(readSettings({ TELAR_WEBCONTAINER_KEY: '' }).webcontainerKey).toBeUndefined()
})

test('the number of containers is the host’s own unless it is told', () => {
  expect(readSettings({}).containers).toBeUndefined()
  expect(readSettings({ TELAR_CONTAINERS: '3' }).containers).toBe(3)
  expect(() => readSettings({ TELAR_CONTAINERS: '0' })).toThrow(
    'TELAR_CONTAINERS to be a whole number from 1, received "0"',
  )
})

test('Conduit keeps its articles in memory unless a folder or a PostgreSQL server is named', () => {
  expect(readSettings({ CONDUIT_FOLDER: '/var/conduit' }).database).toEqual({
    folder: '/var/conduit',
  })
  const url = 'postgres://ana:secret@localhost/conduit'
  expect(readSettings({ DATABASE_URL: url }).database).toEqual({ url })
})

test('an address of a database that is none is refused, and not repeated', () => {
  const refused = () => readSettings({ DATABASE_URL: 'mysql://ana:hidden@localhost/conduit' })
  expect(refused).toThrow('DATABASE_URL to be an address such as postgres://')
  expect(refused).not.toThrow('hidden')
})
