/** B13: which addresses the service worker keeps, and which it never touches. */
import { expect, test } from 'vitest'
import { isKept, isLasting } from '../../site/offline/kept-paths.ts'

test.each([
  '/',
  '/es',
  '/learn',
  '/learn/counter',
  '/es/learn/all',
  '/guides/concepts',
  '/reference/LiveComponent',
  '/examples',
  '/es/examples/chat/source',
  '/changelog',
  '/search-en.json',
])('%s is kept once it was read', (path) => {
  expect(isKept(path)).toBe(true)
})

test.each([
  '',
  '/examples/chat/',
  '/examples/conduit/login',
  '/examples/order-board/orders',
  '/telar-config.json',
  '/telar-engine.json',
  '/playground',
  '/playground/chat',
  '/sw.js',
  '/esx',
])('“%s” is left to the network', (path) => {
  expect(isKept(path)).toBe(false)
  expect(isLasting(path)).toBe(false)
})

test('files whose names change with their content last', () => {
  expect(isLasting('/_next/static/chunks/a1.js')).toBe(true)
  expect(isLasting('/fonts/figtree-latin-wght-normal.woff2')).toBe(true)
  expect(isLasting('/_next/data/x.json')).toBe(false)
})
