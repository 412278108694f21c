/** A run of a template that a program keeps: shown again after another one, and in several pages. */
import { expect, test } from 'vitest'
import { html } from '../../engine/index.ts'
import { Stage } from './support/stage.ts'

const view = (text: string, act: () => void) => html`<b lv-click=${act}>${text}</b>`

test('a run that several pages show leads each of them to its own handlers', {
  tags: ['A4', 'A17'],
}, () => {
  const [own, common] = [() => {}, () => {}]
  const kept = view('kept', common)
  const theirs = new Stage(kept)
  const mine = new Stage(view('mine', own))
  mine.show(kept)
  const handlers = [theirs, mine].map((stage) => stage.handlerOf(stage.root.children[0]!))
  expect(handlers).toEqual([common, common])
  expect([theirs.html(), mine.html()]).toEqual(['<b>kept</b>', '<b>kept</b>'])
})

test('runs that are kept and shown in turn, before the tab acknowledges any, are shown and called each time', {
  tags: ['A4'],
}, () => {
  const [on, off] = [() => {}, () => {}]
  const kept = [view('on', on), view('off', off)] as const
  const stage = new Stage(kept[0])
  for (const turn of [1, 0, 1, 0]) stage.show(kept[turn]!)
  expect(stage.html()).toBe('<b>on</b>')
  expect(stage.handlerOf(stage.root.children[0]!)).toBe(on)
  expect(stage.show(kept[0])).toEqual([])
})
