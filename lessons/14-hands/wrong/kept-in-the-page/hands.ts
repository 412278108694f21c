import { each, html, LiveComponent } from 'telar'

export default class Concert extends LiveComponent {
  pieces = ['Waltz', 'March', 'Tango', 'Lullaby']
  moving = ''

  pick(piece: string) {
    this.moving = piece
  }

  #order = [...this.pieces]

  dropOn(place: string) {
    const order = this.#order
    const to = order.indexOf(place)
    const [piece] = order.splice(order.indexOf(this.moving), 1)
    order.splice(to, 0, piece)
    this.driver.getDriverById('list').setHTML(order.map((name) => `<li>${name}</li>`).join(''))
  }

  rotate() {
    this.pieces.unshift(this.pieces.pop() ?? '')
  }

  getTemplate() {
    return html`<main>
      <h1>Tonight</h1>
      <ol id="list">${each(
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
