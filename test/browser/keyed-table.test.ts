/** The table of js-framework-benchmark is keyed by its own measure: what its isKeyed check watches in the page. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import KeyedTable from '../../site/examples/keyed-table.ts'
import { useBrowser } from './support/live-page.ts'

const { open } = useBrowser()

/** What happens to rows while `act` runs. `row` counts from 1; it is the one that the check keeps in its hand. */
async function watched(tab: Page, row: number, act: () => Promise<void>) {
  await tab.evaluate((row) => {
    const table = document.querySelector('#tbody')!
    const before = new Set(table.querySelectorAll('tr'))
    const kept = table.querySelector(`tr:nth-child(${row})`)
    const added: Node[] = []
    const removed: Node[] = []
    const observer = new MutationObserver((records) => {
      for (const { addedNodes, removedNodes } of records) {
        added.push(...[...addedNodes].filter(({ nodeName }) => nodeName === 'TR'))
        removed.push(...[...removedNodes].filter(({ nodeName }) => nodeName === 'TR'))
      }
    })
    observer.observe(table, { childList: true, subtree: true })
    const result = () => ({
      added: added.length,
      removed: removed.length,
      /** Rows that did not stand there before. */
      made: added.filter((node) => !before.has(node as HTMLTableRowElement)).length,
      /** Rows that stand there still. */
      left: [...table.querySelectorAll('tr')].filter((node) => before.has(node)).length,
      isKeptRemoved: removed.includes(kept!),
      isKeptThere: kept?.isConnected,
    })
    Object.assign(window, { result })
  }, row)
  await act()
  return tab.evaluate(() => (window as unknown as { result(): Record<string, unknown> }).result())
}

const rowIs = (tab: Page, row: number, id: number) =>
  tab.waitForFunction(
    ([row, id]) =>
      document.querySelector(`#tbody tr:nth-child(${row}) td`)?.textContent === String(id),
    [row, id] as const,
  )

test('keyed lists: the table of js-framework-benchmark is keyed, as its isKeyed says', {
  tags: ['A4', 'keyed-lists'],
}, async () => {
  const { tab, complaints } = await open(KeyedTable)
  await tab.click('#run')
  await rowIs(tab, 1_000, 1_000)

  const replaced = await watched(tab, 2, async () => {
    await tab.click('#run')
    await rowIs(tab, 1_000, 2_000)
  })
  expect(replaced).toEqual({
    added: 1_000,
    removed: 1_000,
    made: 1_000,
    left: 0,
    isKeptRemoved: true,
    isKeptThere: false,
  })

  const swapped = await watched(tab, 2, async () => {
    await tab.click('#swaprows')
    await rowIs(tab, 2, 1_999)
  })
  expect(swapped).toEqual({
    added: 2,
    removed: 2,
    made: 0,
    left: 1_000,
    isKeptRemoved: true,
    isKeptThere: true,
  })
  expect(await tab.textContent('#tbody tr:nth-child(999) td')).toBe('1002')

  const shortened = await watched(tab, 2, async () => {
    // Its cross is drawn by a style sheet that is not there.
    await tab.dispatchEvent('#tbody tr:nth-child(2) td:nth-child(3) a', 'click')
    await rowIs(tab, 2, 1_003)
  })
  expect(shortened).toEqual({
    added: 0,
    removed: 1,
    made: 0,
    left: 999,
    isKeptRemoved: true,
    isKeptThere: false,
  })
  expect(complaints).toEqual([])
})
