import { html, LiveComponent } from 'telar'

const THINGS = ['Coffee', 'Bread', 'Jam']

export default class Breakfast extends LiveComponent {
  chosen: string[] = []
  ordered = 0

  choose(thing: string) {
    const isChosen = this.chosen.includes(thing)
    this.chosen = isChosen
      ? this.chosen.filter((other) => other !== thing)
      : [...this.chosen, thing]
  }

  chooseAll() {
    this.chosen = this.chosen.length < THINGS.length ? [...THINGS] : []
  }

  order() {
    this.ordered = this.chosen.length
    this.chosen = []
  }

  getTemplate() {
    const count = this.chosen.length
    const isHalf = count > 0 && count < THINGS.length
    return html`<h1>Breakfast in bed</h1>
      <p>
        <label>
          <input
            type="checkbox"
            checked=${count === THINGS.length}
            .indeterminate=${isHalf}
            lv-change=${this.chooseAll}
          />
          Everything
        </label>
        ${THINGS.map(
          (thing) => html`<label>
            <input
              type="checkbox"
              checked=${this.chosen.includes(thing)}
              lv-change=${() => this.choose(thing)}
            />
            ${thing}
          </label>`,
        )}
      </p>
      <p>
        <label>On the tray: ${count} <meter max="3" value=${count}></meter></label>
        <button disabled=${count === 0} lv-click=${this.order}>Order</button>
      </p>
      <p role="status">On its way: ${this.ordered}</p>`
  }
}
