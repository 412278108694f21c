/** The browser’s own element opens the menu, and a command closes it. */
import { html, LiveComponent, removeAttribute, styles } from 'telar'

const COLOURS = ['gold', 'pink', 'teal', 'indigo']

export default class Tag extends LiveComponent {
  background = 'gold'

  getTemplate() {
    return html`<h1>Your badge</h1>
      <details>
        <summary>Colours</summary>
        ${COLOURS.map(
          (name) =>
            html`<button lv-do-click=${removeAttribute('open', 'details')} lv-click=${() => {
              this.background = name
            }}>${name}</button>`,
        )}
      </details>
      <label>Your own colour <input lv-change=${({ value }: { value: string }) => {
        this.background = value
      }} /></label>
      <p class="badge" style=${styles({ background: this.background })}>Noor</p>`
  }
}
