import { classes, each, html, LiveComponent, type LiveEvent, raw, toggle } from 'telar'

interface Item {
  id: number
  name: string
  packed: boolean
}

export default class Packing extends LiveComponent {
  name = ''
  things: Item[] = []
  last = 0

  write({ value }: LiveEvent) {
    this.name = value
  }

  add() {
    const name = this.name.trim()
    if (!name) return
    this.last += 1
    this.things.push({ id: this.last, name, packed: false })
    this.name = ''
  }

  remove(thing: Item) {
    this.things = this.things.filter((other) => other !== thing)
  }

  sort() {
    this.things.sort((a, b) => a.name.localeCompare(b.name))
  }

  getTemplate() {
    const { things } = this
    const packed = things.filter((thing) => thing.packed).length
    return html`<main>
      <h1>To pack</h1>
      <p>
        <label>Thing <input value=${this.name} lv-input=${this.write} /></label>
        <button lv-click=${this.add}>Add</button>
        <button lv-click=${this.sort} disabled=${things.length < 2}>Sort</button>
        <button lv-do-click=${toggle('#help')}>Help</button>
      </p>
      <p id="help" hidden>Tick what is in the bag.</p>
      <p>${this.count()}</p>
      <p>${packed > 0 ? `${packed} packed` : ''}</p>
      <ul>${each(
        things,
        ({ id }) => id,
        (thing) => this.row(thing),
      )}</ul>
    </main>`
  }

  count() {
    const { length } = this.things
    if (length === 0) return 'Nothing to pack yet'
    return length === 1 ? '1 thing' : `${length} things`
  }

  row(thing: Item) {
    const { name, packed } = thing
    return html`<li>
      <label class=${classes({ packed })}>
        <input type="checkbox" checked=${packed}
          lv-change=${(event: LiveEvent) => (thing.packed = event.checked)} />
        ${raw(name)}
      </label>
      <input aria-label="Note for ${name}" />
      <button aria-label="Remove ${name}" lv-click=${() => this.remove(thing)}>Remove</button>
    </li>`
  }
}
