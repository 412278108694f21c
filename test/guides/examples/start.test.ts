/** The example of the guide about concepts. That of *Take it home* runs in an app, in test/take-home/templates.test.ts. */
import { byRole, visit } from 'telar/testing'
import { beforeAll, expect, test } from 'vitest'
import { ShoppingList } from '../../../site/guides/examples/concepts/list.ts'
import { ensureClient } from '../../server/support/client-built.ts'

beforeAll(ensureClient)

test('concepts: a press sends the number and the attribute, and nothing else', async () => {
  const tab = await visit(ShoppingList)
  await tab.click(byRole('button', { name: 'Bread' }))
  expect(tab.text()).toContain('To buy: 1')
  expect(tab.has(byRole('button', { name: 'Bread', pressed: true }))).toBe(true)
  // The name of the attribute has been told with the first press.
  await tab.click(byRole('button', { name: 'Milk' }))
  expect(tab.frames.flatMap(({ ops }) => ops.map(({ op }) => op))).toHaveLength(2)
  expect(tab.sentBytes).toBeLessThan(10)
})
