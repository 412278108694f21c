/** What the rows taught: what is typed stays with its key, and what a removal costs. */
import { each, html, LiveComponent } from 'telar'
import { byRole, check, step } from 'telar/testing'

export default check([
  step(
    'typed-in-the-second',
    'A list without keys shows Ana, Ben and Cem, each with a field. Somebody writes “tea” beside Ben and then removes Ana. Whose name is “tea” beside now?',
    async ({ visit }) => {
      const tab = await visit(Guests)
      await tab.fill(byRole('textbox', { nth: 1 }), 'tea')
      await tab.click(byRole('button'))
      const rows = ['Ben', 'Cem']
      return rows.find((_name, row) => tab.value(byRole('textbox', { nth: row })) === 'tea') ?? '-'
    },
  ),
  step(
    'front-of-a-long-list',
    'A list of 300 rows has keys. The first one is removed. How many changes come down?',
    async ({ visit }) => {
      const tab = await visit(Long)
      await tab.click(byRole('button'))
      return tab.cost.ops
    },
  ),
])

class Guests extends LiveComponent {
  names = ['Ana', 'Ben', 'Cem']

  leave() {
    this.names.shift()
  }

  getTemplate() {
    return html`<ul>
        ${this.names.map((name) => html`<li>${name} <input aria-label="Drink" /></li>`)}
      </ul>
      <button lv-click=${this.leave}>The first leaves</button>`
  }
}

class Long extends LiveComponent {
  rows = Array.from({ length: 300 }, (_, row) => row)

  drop() {
    this.rows.shift()
  }

  getTemplate() {
    return html`<ul>
        ${each(
          this.rows,
          (row) => row,
          (row) => html`<li>${row}</li>`,
        )}
      </ul>
      <button lv-click=${this.drop}>Drop the first</button>`
  }
}
