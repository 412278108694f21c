/** What a visitor has typed is there again after a boundary's retry. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { form, html, LiveComponent, mount } from '../../engine/index.ts'
import { byLabel, byRole, visit } from '../../engine/testing/index.ts'

const Letter = z.object({ title: z.string().min(1, 'Enter a title') })

let isBroken = true

class Letters extends LiveComponent {
  letter = form(Letter, { initial: { title: '' } })
  saved = ''
  save({ title }: z.output<typeof Letter>) {
    this.saved = title
    if (isBroken) throw new Error('no disk')
  }
  getTemplate() {
    return html`<form lv-submit=${this.letter.submit(this.save)}>
      <label>Title <input ${this.letter.field('title')}></label><button>Save</button><output>${this.saved}</output>
    </form>`
  }
}

class Desk extends LiveComponent {
  fallback(_error: unknown, retry: () => void) {
    return html`<p>That failed. <button lv-click=${retry}>Again</button></p>`
  }
  getTemplate() {
    return html`${mount(Letters)}`
  }
}

class Page extends LiveComponent {
  getTemplate() {
    return html`<label>Note <input></label>${mount(Desk)}`
  }
}

test('after a handler that failed, retry shows what was typed inside of the boundary and outside of it', {
  tags: ['A21', 'A22', 'failures-told', 'form-failures'],
}, async () => {
  isBroken = true
  const tab = await visit(Page)
  await tab.fill(byLabel('Note'), 'call Ada')
  await tab.fill(byLabel('Title'), 'On engines')
  await tab.click(byRole('button', { name: 'Save' }))
  expect(tab.text('p')).toBe('That failed. Again')
  await tab.click(byRole('button', { name: 'Again' }))
  expect([tab.value(byLabel('Note')), tab.value(byLabel('Title'))]).toEqual([
    'call Ada',
    'On engines',
  ])
  expect(tab.text('output')).toBe('')
  isBroken = false
  await tab.click(byRole('button', { name: 'Save' }))
  expect(tab.text('output')).toBe('On engines')
})
