import { each, html, LiveComponent, type LiveEvent } from 'telar'

export default class Concert extends LiveComponent {
  pieces = ['Waltz', 'March', 'Tango', 'Lullaby']

  dropOn(place: string, { dataset }: LiveEvent) {
    const { pieces } = this
    const to = pieces.indexOf(place)
    const [piece] = pieces.splice(pieces.indexOf(String(dataset.piece)), 1)
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
    return html`<li aria-label=${piece} lv-drop=${(event: LiveEvent) => this.dropOn(piece, event)}>
      <span draggable="true" data-piece=${piece}>${piece}</span>
    </li>`
  }
}
