import { html, LiveComponent } from 'telar'
import { cloth, wordsAt } from './cloth-squares.ts'

export default class Cloth extends LiveComponent {
  dyes = cloth.dyes()

  override connected() {
    this.track('cloth', null)
    this.subscribe('cloth', this.look)
    this.look()
  }

  look() {
    this.dyes = cloth.dyes()
  }

  press(square: number) {
    if (cloth.dye(square, this.now())) this.publish('cloth', null)
  }

  getTemplate() {
    const words = wordsAt(this.url)
    const buttons = this.dyes.map(
      (dye, square) => html`<button data-dye=${dye}
      aria-label=${words.square(square, dye)} lv-click=${() => this.press(square)}></button>`,
    )
    return html`<main lang=${words.lang}><h1>${words.title}</h1><div class="cloth">${buttons}</div>
      <p>${words.here(this.present('cloth').length)}</p></main>`
  }
}
