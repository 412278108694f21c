/** Words that HTML defines as attribute values mean the same in capitals in the testing kit. */
import { expect, test } from 'vitest'
import { html, LiveComponent, type LiveEvent } from '../../engine/index.ts'
import { byLabel, byRole, visit } from '../../engine/testing/index.ts'

class Board extends LiveComponent {
  said = ''
  getTemplate() {
    return html`<main>
      <p draggable="TRUE" data-card="7">Card</p>
      <div role="Group" aria-label="Done" lv-drop=${() => {
        this.said = 'dropped'
      }}></div>
      <input type="CHECKBOX" aria-label="Box" lv-change=${({ checked }: LiveEvent) => {
        this.said = `checked ${checked}`
      }}>
      <button aria-pressed="True">On</button>
      <button aria-hidden="TRUE">Unseen</button>
      <form lv-submit=${() => {
        this.said = 'sent'
      }}><input type="TEXT" aria-label="One"></form>
      <form lv-submit=${() => {
        this.said = 'sent too'
      }}><input type="Text" aria-label="Two"><input type="Email" aria-label="Mail"></form>
      <output>${this.said}</output>
    </main>`
  }
}

test('what is draggable="TRUE" can be dragged, onto a role in capitals too', {
  tags: ['A23'],
}, async () => {
  const tab = await visit(Board)
  await tab.drag('p', byRole('group', { name: 'Done' }))
  expect(tab.text('output')).toBe('dropped')
})

test('a type in capitals is that type', { tags: ['A23'] }, async () => {
  const tab = await visit(Board)
  await tab.click(byLabel('Box'))
  expect(tab.text('output')).toBe('checked true')
  await tab.press(byLabel('One'), 'Enter')
  expect(tab.text('output')).toBe('sent')
  // Two fields to fill, and no button.
  await tab.press(byLabel('Two'), 'Enter')
  expect(tab.text('output')).toBe('sent')
})

test('a state of ARIA in capitals is that state', { tags: ['A23'] }, async () => {
  const tab = await visit(Board)
  expect(tab.has(byRole('button', { name: 'On', pressed: true }))).toBe(true)
  expect(tab.has(byRole('button', { name: 'Unseen' }))).toBe(false)
})
