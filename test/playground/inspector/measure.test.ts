/** A measure is the same whether a page or the testing kit counted what crossed. */
import { html, LiveComponent } from 'telar'
import { byRole, visit } from 'telar/testing'
import { expect, test } from 'vitest'
import { measureOf, opsOf } from '../../../playground/inspector/measure.ts'

class Counter extends LiveComponent {
  count = 0
  add() {
    this.count += 1
  }
  still() {}
  getTemplate() {
    return html`<output>${this.count}</output>
      <button lv-click=${this.add}>Add one</button><button lv-click=${this.still}>Stay</button>`
  }
}

test('a press that changes one text is setText, in 8 bytes and one frame', async () => {
  const tab = await visit(Counter)
  await tab.click(byRole('button', { name: 'Add one' }))
  expect(measureOf(tab.cost, 'ops')).toBe('setText')
  expect(measureOf(tab.cost, 'bytes')).toBe(8)
  expect(measureOf(tab.cost, 'frames')).toBe(1)
})

test('a press that changes nothing is answered all the same: one frame, no op', async () => {
  const tab = await visit(Counter)
  await tab.click(byRole('button', { name: 'Stay' }))
  expect(measureOf(tab.cost, 'ops')).toBe('none')
  expect(measureOf(tab.cost, 'frames')).toBe(1)
})

const frame = { number: 1, repaint: false }

test('what prepares other ops is no change, and what keeps the connection alive is no frame', () => {
  const crossed = {
    frames: [
      { ...frame, ops: [] },
      {
        ...frame,
        ops: [
          { op: 'component', id: 2 } as const,
          { op: 'name', number: 70, name: 'data-x' } as const,
          { op: 'template', number: 3, html: '<li></li>' } as const,
          { op: 'remove', base: 4 } as const,
          { op: 'setText', slot: 2, text: 'a' } as const,
        ],
      },
      { ...frame, ops: [{ op: 'signal', kind: 'title', value: 'x' } as const] },
    ],
    sizes: [3, 20, 9],
    up: [6, 2],
  }
  expect(measureOf(crossed, 'ops')).toBe('remove+setText+title')
  expect(measureOf(crossed, 'bytes')).toBe(29)
  expect(measureOf(crossed, 'frames')).toBe(2)
  expect(measureOf(crossed, 'up')).toBe(8)
})

test('a page that is told anew is a repaint', () => {
  expect(opsOf([{ number: 1, repaint: true, ops: [{ op: 'setText', slot: 1, text: '' }] }])).toBe(
    'repaint',
  )
})
