import { each, html, LiveComponent, type LiveEvent } from 'telar'

const COLOURS = ['gold', 'pink', 'teal', 'indigo']
const DARK = ['teal', 'indigo']

export default class Badge extends LiveComponent {
  colour = 'gold'
  isOpen = false
  under = ''

  choose(colour: string) {
    this.colour = colour
    this.isOpen = false
  }

  open() {
    this.isOpen = !this.isOpen
  }

  own(event: LiveEvent) {
    this.choose(event.value)
  }

  getTemplate() {
    return html`<main>
      <h1>Your badge</h1>
      <p class="badge ${DARK.includes(this.colour) ? 'dark' : ''}" style="background: ${this.colour}">Noor</p>
      <button lv-click=${this.open}>Colours</button>
      <div id="colours" hidden=${!this.isOpen}>${each(
        COLOURS,
        (colour) => colour,
        (colour) => this.item(colour),
      )}</div>
      <label>Your own colour <input lv-change=${this.own} /></label>
    </main>`
  }

  item(colour: string) {
    const look = this.under === colour ? 'text-decoration: underline' : ''
    return html`<button
      style=${look}
      lv-mouseenter=${() => (this.under = colour)}
      lv-click=${() => this.choose(colour)}>${colour}</button>`
  }
}
