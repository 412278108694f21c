import { each, html, LiveComponent } from 'telar'

export default class Concert extends LiveComponent {
  pieces = ['Waltz', 'March', 'Tango', 'Lullaby']
  moving = ''

  pick(piece: string) {
    this.moving = piece
  }

  dropOn(place: string) {
    const { pieces } = this
    const to = pieces.indexOf(place)
    const [piece] = pieces.splice(pieces.indexOf(this.moving), 1)
    pieces.splice(to, 0, piece)
  }

  rotate() {
    this.pieces.unshift(this.pieces.pop() ?? '')
  }

  getTemplate() {
    return html`<main>
      <h1>Tonight</h1>
      <ol>${each(
        this.pieces,
        (piece) => piece,
        (piece) => this.row(piece),
      )}</ol>
      <button lv-click=${this.rotate}>Last one first</button>
    </main>`
  }

  row(piece: string) {
    return html`<li aria-label=${piece} lv-drop=${() => this.dropOn(piece)}>
      <span draggable="true" lv-dragstart=${() => this.pick(piece)}>${piece}</span>
    </li>`
  }
}
