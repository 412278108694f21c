import { each, html, LiveComponent, type LiveEvent, removeClass, styles, toggleClass } from 'telar'

const COLOURS = new Map([
  ['gold', 'black'],
  ['pink', 'black'],
  ['teal', 'white'],
  ['indigo', 'white'],
])

export default class Badge extends LiveComponent {
  colour = 'gold'

  choose(event: LiveEvent) {
    this.colour = event.dataset.colour ?? event.value
  }

  getTemplate() {
    const ink = COLOURS.get(this.colour) ?? 'black'
    return html`<main>
      <div class="menu">
        <button lv-do-click=${toggleClass('open', '.menu')}>Colours</button>
        <ul>${each(
          [...COLOURS.keys()],
          (colour) => colour,
          (colour) =>
            html`<li><button data-colour=${colour} lv-do-click=${removeClass('open', '.menu')}
              lv-click=${this.choose}>${colour}</button></li>`,
        )}</ul>
      </div>
      <label>Your own colour <input name="own" lv-change=${this.choose} /></label>
      <h1 style=${styles({ '--paper': this.colour, color: ink })}>Noor</h1>
    </main>`
  }
}
