import { classes, each, hide, html, LiveComponent, type LiveEvent, styles, toggle } from 'telar'

const COLOURS = ['gold', 'pink', 'teal', 'indigo']
const DARK = ['teal', 'indigo']

export default class Badge extends LiveComponent {
  colour = 'gold'

  choose(colour: string) {
    this.colour = colour
  }

  own(event: LiveEvent) {
    this.choose(event.value)
  }

  getTemplate() {
    return html`<main>
      <h1>Your badge</h1>
      <p class=${classes({ badge: true, dark: DARK.includes(this.colour) })}
        style=${styles({ background: this.colour })}>Noor</p>
      <button lv-do-click=${toggle('#colours')}>Colours</button>
      <div id="colours" hidden>${each(
        COLOURS,
        (colour) => colour,
        (colour) => this.item(colour),
      )}</div>
      <label>Your own colour <input lv-change=${this.own} /></label>
    </main>`
  }

  item(colour: string) {
    return html`<button
      lv-do-click=${hide('#colours')}
      lv-click=${() => this.choose(colour)}>${colour}</button>`
  }
}
