import { html, LiveComponent } from 'telar'

export default class Shopping extends LiveComponent {
  items = ['milk', 'bread', 'eggs']

  breadAgain() {
    this.items.push('bread')
  }

  remove(item: string) {
    this.items.splice(this.items.indexOf(item), 1)
  }

  getTemplate() {
    return html`<h1>Shopping</h1>
      <ul>
        ${this.items.map(
          (item) => html`<li>
            <label>${item} <input /></label>
            <button lv-click=${() => this.remove(item)}>Remove ${item}</button>
          </li>`,
        )}
      </ul>
      <button lv-click=${this.breadAgain}>Bread again</button>`
  }
}
