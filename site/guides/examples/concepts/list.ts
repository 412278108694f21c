import { each, html, LiveComponent } from 'telar'

interface Item {
  id: string
  title: string
  done: boolean
}

export class ShoppingList extends LiveComponent {
  items: Item[] = [
    { id: 'a', title: 'Bread', done: false },
    { id: 'b', title: 'Milk', done: false },
  ]

  toggle(item: Item) {
    item.done = !item.done
  }

  getTemplate() {
    const left = this.items.filter(({ done }) => !done).length
    return html`<main>
      <h1>To buy: ${left}</h1>
      <ul>
        ${each(
          this.items,
          (item) => item.id,
          (item) => html`<li>
            <button aria-pressed=${item.done} lv-click=${() => this.toggle(item)}>${item.title}</button>
          </li>`,
        )}
      </ul>
    </main>`
  }
}
