/** A board that all visitors share: a card that one of them moves moves on every screen. */
import { each, html, LiveComponent, type LiveEvent, topic } from 'telar'
import type { Card, Cards, Stage } from './cards.ts'

const CHANGED = topic<null>('cards')

const COLUMNS: readonly { stage: Stage; title: string }[] = [
  { stage: 'todo', title: 'To do' },
  { stage: 'doing', title: 'In progress' },
  { stage: 'done', title: 'Done' },
]

export function createBoard(cards: Cards) {
  return class Board extends LiveComponent {
    cards: Card[] = cards.list()
    dragged = 0

    connected() {
      this.show()
      this.subscribe(CHANGED, this.show)
    }

    show() {
      this.cards = cards.list()
    }

    add({ form }: LiveEvent) {
      const title = String(form?.title ?? '').trim()
      if (title === '') return
      cards.add(title.slice(0, 200))
      this.changed()
    }

    pick(id: number) {
      this.dragged = id
    }

    move(id: number, stage: Stage) {
      cards.move(id, stage)
      this.changed()
    }

    remove(id: number) {
      cards.remove(id)
      this.changed()
    }

    changed() {
      this.show()
      this.publish(CHANGED, null)
    }

    getTemplate() {
      return html`<main>
        <h1>Board</h1>
        <form lv-submit=${this.add}>
          <label>New card <input name="title" autocomplete="off" maxlength="200" required></label>
          <button lv-busy>Add</button>
        </form>
        <div class="columns">${COLUMNS.map((column, at) => this.column(column, at))}</div>
      </main>`
    }

    column({ stage, title }: (typeof COLUMNS)[number], at: number) {
      const here = this.cards.filter((card) => card.stage === stage)
      return html`<section aria-label=${title} lv-drop=${() => this.move(this.dragged, stage)}>
        <h2>${title} <span>${here.length}</span></h2>
        <ul>${each(
          here,
          (card) => card.id,
          (card) => this.card(card, at),
        )}</ul>
      </section>`
    }

    card({ id, title }: Card, at: number) {
      const next = COLUMNS[at + 1]
      return html`<li draggable="true" lv-dragstart=${() => this.pick(id)}>
        <span>${title}</span>
        ${
          next
            ? html`<button lv-click=${() => this.move(id, next.stage)} aria-label="Move ${title} to ${next.title}">→</button>`
            : html`<button lv-click=${() => this.remove(id)} aria-label="Remove ${title}">×</button>`
        }
      </li>`
    }
  }
}
