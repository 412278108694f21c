/** The field and its button stand apart from any form, and a changed thing is a new object. */
import { each, html, LiveComponent, type LiveEvent, toggle } from 'telar'

interface Item {
  id: string
  name: string
  packed: boolean
}

export default class Packing extends LiveComponent {
  thing = ''
  things: Item[] = []

  write({ value }: LiveEvent) {
    this.thing = value
  }

  add() {
    if (!this.thing.trim()) return
    this.things.push({ id: this.id(), name: this.thing, packed: false })
    this.thing = ''
  }

  sort() {
    this.things.sort((a, b) => a.name.localeCompare(b.name))
  }

  pack(id: string, packed = false) {
    this.things = this.things.map((thing) => (thing.id === id ? { ...thing, packed } : thing))
  }

  remove(id: string) {
    this.things = this.things.filter((thing) => thing.id !== id)
  }

  getTemplate() {
    const count = this.things.length
    const packed = this.things.filter((thing) => thing.packed).length
    return html`<h1>To pack</h1>
      <p>
        <label>Thing <input value=${this.thing} lv-input=${this.write} /></label>
        <button lv-click=${this.add}>Add</button>
        <button disabled=${count < 2} lv-click=${this.sort}>Sort</button>
        <button lv-do-click=${toggle('#help')}>Help</button>
      </p>
      <p id="help" hidden>Write a thing and press Add.</p>
      <p>${count === 0 ? 'Nothing to pack yet' : count === 1 ? '1 thing' : `${count} things`}</p>
      ${packed > 0 && html`<p>${packed} packed</p>`}
      <ul>
        ${each(
          this.things,
          (thing) => thing.id,
          (thing) => html`<li>
            <label class=${thing.packed ? 'packed' : ''}>
              <input
                type="checkbox"
                checked=${thing.packed}
                lv-change=${(event: LiveEvent) => this.pack(thing.id, event.checked)}
              />
              ${thing.name}
            </label>
            <label>Note for ${thing.name} <input /></label>
            <button lv-click=${() => this.remove(thing.id)}>Remove ${thing.name}</button>
          </li>`,
        )}
      </ul>`
  }
}
