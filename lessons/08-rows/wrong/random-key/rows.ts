import { each, html, LiveComponent } from 'telar'

interface Item {
  id: string
  name: string
}

// A new name at each look: nobody is recognised.
export default class Shopping extends LiveComponent {
  items = ['milk', 'bread', 'eggs'].map((name) => this.bought(name))

  bought(name: string): Item {
    return { id: this.id(), name }
  }

  breadAgain() {
    this.items.push(this.bought('bread'))
  }

  remove(item: Item) {
    this.items.splice(this.items.indexOf(item), 1)
  }

  getTemplate() {
    return html`<h1>Shopping</h1>
      <ul>
        ${each(
          this.items,
          () => this.random(),
          (item) => html`<li>
            <label>${item.name} <input /></label>
            <button lv-click=${() => this.remove(item)}>Remove ${item.name}</button>
          </li>`,
        )}
      </ul>
      <button lv-click=${this.breadAgain}>Bread again</button>`
  }
}
