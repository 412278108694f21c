import { each, html, LiveComponent } from 'telar'

interface Item {
  id: string
  name: string
}

export default class Shopping extends LiveComponent {
  items: Item[] = ['milk', 'bread', 'eggs'].map((name, id) => ({ id: String(id), name }))

  bought(name: string): Item {
    return { id: String(this.items.length), name }
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
          (item) => item.id,
          (item) => html`<li>
            <label>${item.name} <input /></label>
            <button lv-click=${() => this.remove(item)}>Remove ${item.name}</button>
          </li>`,
        )}
      </ul>
      <button lv-click=${this.breadAgain}>Bread again</button>`
  }
}
