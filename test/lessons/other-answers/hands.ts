/** The places are told by number, and the list is made anew. */
import { each, html, LiveComponent } from 'telar'

export default class Evening extends LiveComponent {
  programme = ['Waltz', 'March', 'Tango', 'Lullaby']
  held?: string

  put(before: string) {
    const { held } = this
    if (held === undefined || held === before) return
    const to = this.programme.indexOf(before)
    const others = this.programme.filter((piece) => piece !== held)
    this.programme = [...others.slice(0, to), held, ...others.slice(to)]
    this.held = undefined
  }

  lastFirst() {
    this.programme = [...this.programme.slice(-1), ...this.programme.slice(0, -1)]
  }

  getTemplate() {
    return html`<h1>Tonight</h1>
      <button lv-click=${this.lastFirst}>Last one first</button>
      <ol>${each(
        this.programme,
        (piece) => piece,
        (piece) => html`<li
          aria-label=${piece}
          draggable="true"
          lv-dragstart=${() => {
            this.held = piece
          }}
          lv-drop=${() => this.put(piece)}>${piece}</li>`,
      )}</ol>`
  }
}
