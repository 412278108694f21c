/** What a tab may still send events of: the values it was shown before, until it has acknowledged newer ones; and no longer. */
import { expect, test } from 'vitest'
import { findHandler } from '../../engine/diff/find.ts'
import { each, html } from '../../engine/index.ts'
import type { Instance, Rows } from '../../engine/template/instances.ts'
import { Stage } from './support/stage.ts'

const view = (count: number, rows: readonly number[] = []) =>
  html`<b lv-click=${() => count}>${count}</b>${each(
    rows,
    (row) => row,
    (row) => html`<i lv-click=${() => [row, count]}>${row === 2 ? count : 0}</i>`,
  )}`

const rootOf = ({ region }: Stage) => (region.root as Rows).rows[0]!

/** How many runs an instance keeps besides the newest. */
function keptBy({ source }: Instance): number {
  let kept = 0
  for (let run = source.previous; run; run = run.previous) kept++
  return kept
}

const pressed = (stage: Stage, slot: number, frame: number) => {
  const found = findHandler(stage.region, slot, 'click', frame)
  return (found as { handler: () => unknown }).handler()
}

test('each earlier value answers until its successor is acknowledged', { tags: ['A2'] }, () => {
  const stage = new Stage(view(0))
  for (let count = 1; count <= 5; count++) stage.show(view(count))
  const first = rootOf(stage).base + 1
  expect([0, 1, 2, 3, 4, 5].map((frame) => pressed(stage, first, frame))).toEqual([
    0, 1, 2, 3, 4, 5,
  ])
  stage.acknowledge(3)
  expect([3, 4, 5].map((frame) => pressed(stage, first, frame))).toEqual([3, 4, 5])
  expect(keptBy(rootOf(stage))).toBe(2)
  stage.show(view(6))
  expect([3, 4, 5, 6].map((frame) => pressed(stage, first, frame))).toEqual([3, 4, 5, 6])
})

test('a tab at rest, which has everything, costs no earlier values', {
  tags: ['A2', 'A14'],
}, () => {
  const rows = [1, 2, 3]
  const stage = new Stage(view(0, rows))
  for (let count = 1; count <= 40; count++) stage.show(view(count, rows))
  expect(keptBy(rootOf(stage))).toBe(40)
  expect(stage.region.outdated).toHaveLength(4)
  stage.acknowledge()
  expect(keptBy(rootOf(stage))).toBe(0)
  for (const row of (rootOf(stage).shown.at(-1) as Rows).rows) expect(keptBy(row)).toBe(0)
  expect(stage.region.outdated).toBe(undefined)
})

test('two runs in one frame are one step', { tags: ['A2'] }, () => {
  const stage = new Stage(view(0))
  stage.show(view(1))
  stage.frame--
  stage.show(view(2))
  expect(keptBy(rootOf(stage))).toBe(1)
  expect(stage.region.outdated).toHaveLength(1)
  stage.acknowledge()
  expect(stage.region.outdated).toBe(undefined)
})
