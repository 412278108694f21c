import { html, LiveComponent } from 'telar'

const MENU = { Coffee: 'hot', Bread: 'fresh', Jam: 'sweet' }

export default class Tray extends LiveComponent {
  tray = new Set<string>()
  sent = 0

  get all() {
    return this.tray.size === Object.keys(MENU).length
  }

  put(name: string, isThere: boolean) {
    if (isThere) this.tray.add(name)
    else this.tray.delete(name)
  }

  getTemplate() {
    return html`<button
        type="button"
        disabled=${this.tray.size > 0 ? null : true}
        lv-click=${() => {
          this.sent = this.tray.size
          this.tray.clear()
        }}
      >
        Order now
      </button>
      <ul>
        ${Object.entries(MENU).map(
          ([name, how]) => html`<li>
            <label>
              <input
                type="checkbox"
                .checked=${this.tray.has(name)}
                lv-change=${(event: { checked: boolean }) => this.put(name, event.checked)}
              />
              ${name} (${how})
            </label>
          </li>`,
        )}
      </ul>
      <label>
        <input
          type="checkbox"
          checked=${this.all}
          .indeterminate=${this.tray.size > 0 && !this.all}
          lv-click=${() => {
            const all = this.all
            for (const name of Object.keys(MENU)) this.put(name, !all)
          }}
        />
        Everything, please
      </label>
      <progress aria-label="On the tray" max="3" value=${this.tray.size}></progress>
      <p>${this.tray.size} chosen, ${this.sent} on the way</p>`
  }
}
