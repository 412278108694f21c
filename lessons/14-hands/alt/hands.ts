import { each, html, LiveComponent, type LiveEvent } from 'telar'

interface Piece {
  id: number
  name: string
}

export default class Concert extends LiveComponent {
  pieces: Piece[] = ['Waltz', 'March', 'Tango', 'Lullaby'].map((name, id) => ({ id, name }))

  held = -1

  take = ({ dataset }: LiveEvent) => {
    this.held = Number(dataset.piece)
  }

  put = ({ dataset }: LiveEvent) => {
    const moved = this.pieces.find(({ id }) => id === this.held)
    if (!moved) return
    const others = this.pieces.filter((piece) => piece !== moved)
    const at = Number(dataset.place)
    this.pieces = [...others.slice(0, at), moved, ...others.slice(at)]
  }

  getTemplate() {
    return html`<ul>${each(
      this.pieces,
      ({ id }) => id,
      (
        { id, name },
        at,
      ) => html`<li draggable="true" aria-label=${name} data-piece=${id} data-place=${at}
        lv-dragstart=${this.take} lv-drop=${this.put}>${name}</li>`,
    )}</ul>`
  }
}
