import { html, LiveComponent, type Rendered } from 'telar'

type Shelf = { at: 'rest'; parcels: string[] } | { at: 'count'; parcels: string[] }

export default class Lodge extends LiveComponent {
  shelf: Shelf = { at: 'rest', parcels: ['first'] }

  done() {
    this.shelf = { ...this.shelf, at: 'rest' }
  }

  getTemplate() {
    const { at, parcels } = this.shelf
    const said: Record<string, Rendered> = {
      none: html`<em>There are none.</em>`,
      one: html`One parcel`,
    }
    const key = ['none', 'one'][parcels.length] ?? 'many'
    return html`<label><input aria-label="Note" /></label>
      <div aria-live="polite">
        ${at === 'count' ? html`<i>Counting, please wait</i>` : null}
        ${at === 'rest' ? (said[key] ?? html`${parcels.length} parcels`) : undefined}
      </div>
      <div>
        <button lv-click=${() => parcels.pop()}>Hand it out</button>
        <button
          lv-click=${() => {
            this.shelf.at = 'count'
            this.after(2000, 'done')
          }}
        >
          Count them again
        </button>
        <button lv-click=${() => parcels.push(this.id())}>It arrives</button>
      </div>`
  }
}
