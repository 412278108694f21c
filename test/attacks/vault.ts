/** The page under attack: handlers that are shown, one that is shown by condition, one that never is. */
import { html, LiveComponent, mount } from '../../engine/index.ts'

class Note extends LiveComponent {
  hits = 0
  hit() {
    this.hits += 1
  }
  getTemplate() {
    return html`<b lv-click=${this.hit}>${this.hits}</b>`
  }
}

export class Vault extends LiveComponent {
  count = 0
  stolen = 0
  note = ''
  isOpen = false
  add() {
    this.count += 1
  }
  write(event: { value: string }) {
    this.note = event.value
  }
  flip() {
    this.isOpen = !this.isOpen
  }
  /** Never stands in the template while the vault is closed. */
  steal() {
    this.stolen += 1
  }
  getTemplate() {
    return html`<main>
      <button lv-click=${this.add}>${this.count}</button>
      <input value=${this.note} lv-input=${this.write}>
      <i title=${this.note} lv-click=${this.flip}>${this.isOpen ? html`<u lv-click=${this.steal}>${mount(Note)}</u>` : ''}</i>
      <s lv-click=${this.isOpen ? this.steal : null}></s>
    </main>`
  }
}
