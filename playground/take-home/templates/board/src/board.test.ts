/** Visitors who share a board. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { byLabel, byRole, visit, within } from 'telar/testing'
import { expect, test } from 'vitest'
import { pagesOf } from '../pages.ts'
import { Cards } from './cards.ts'

const newFile = () => join(mkdtempSync(join(tmpdir(), 'board-')), 'cards.json')
const column = (name: string) => byRole('region', { name })

test('a card is added, moved and removed', async () => {
  const tab = await visit('/', { pages: pagesOf(new Cards(newFile())) })
  await tab.fill(byLabel('New card'), 'Write a test')
  await tab.click(byRole('button', { name: 'Add' }))
  expect(tab.text(column('To do'))).toContain('Write a test')
  await tab.click(byRole('button', { name: 'Move Write a test to In progress' }))
  await tab.click(byRole('button', { name: 'Move Write a test to Done' }))
  expect(tab.text(column('Done'))).toContain('Write a test')
  await tab.click(byRole('button', { name: 'Remove Write a test' }))
  expect(tab.has(byRole('listitem'))).toBe(false)
})

test('a card that one visitor drags moves on the screen of another', async () => {
  const cards = new Cards(newFile())
  cards.add('Water the plants')
  const tab = await visit('/', { pages: pagesOf(cards) })
  const other = await tab.another()
  await tab.drag(byRole('listitem'), column('Done'))
  expect(other.has(within(column('Done'), byRole('listitem')))).toBe(true)
})

test('the cards are there again after a restart', () => {
  const file = newFile()
  new Cards(file).add('Stay')
  expect(new Cards(file).list()).toEqual([{ id: 1, title: 'Stay', stage: 'todo' }])
})
