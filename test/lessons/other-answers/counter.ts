/** Arrows and a getter; the page is laid out by a list. */
import { html, LiveComponent } from 'telar'

export default class Tally extends LiveComponent {
  presses = { made: 0 }

  more = () => {
    this.presses = { made: this.presses.made + 1 }
  }

  getTemplate() {
    const { made } = this.presses
    return html`<section>
      <button lv-click=${this.more}>Add one</button>
      <button lv-click=${() => {
        this.presses = { made: 0 }
      }}>Start again</button>
      <p>So far: <strong>${made}</strong></p>
    </section>`
  }
}
