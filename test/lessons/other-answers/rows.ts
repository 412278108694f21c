/** The rows are counted, and a removed one is filtered out. */
import { each, html, LiveComponent } from 'telar'

type Row = readonly [number: number, name: string]

export default class List extends LiveComponent {
  rows: readonly Row[] = [
    [1, 'milk'],
    [2, 'bread'],
    [3, 'eggs'],
  ]
  next = 4

  add() {
    this.rows = [...this.rows, [this.next++, 'bread']]
  }

  drop = (number: number) => {
    this.rows = this.rows.filter(([own]) => own !== number)
  }

  getTemplate() {
    return html`<button lv-click=${this.add}>Bread again</button>
      <table><tbody>${each(
        this.rows,
        ([number]) => number,
        ([number, name]) => html`<tr>
          <td><label>${name} <input /></label></td>
          <td><button lv-click=${() => this.drop(number)}>Remove ${name}</button></td>
        </tr>`,
      )}</tbody></table>`
  }
}
