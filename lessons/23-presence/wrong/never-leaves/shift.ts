/** Who is in the kitchen. So far each visitor knows only of themselves. */
import { html, LiveComponent, type LiveEvent, topic } from 'telar'

const changed = topic<string[]>('kitchen:names')
const inTheKitchen: string[] = []

export class Shift extends LiveComponent {
  name = ''
  names = [...new Set(inTheKitchen)]

  connected() {
    this.subscribe(changed, (names) => {
      this.names = names
    })
  }

  begin({ form }: LiveEvent) {
    this.name = String(form?.name ?? '').trim()
    inTheKitchen.push(this.name)
    this.publish(changed, [...new Set(inTheKitchen)])
  }

  end() {
    inTheKitchen.splice(inTheKitchen.indexOf(this.name), 1)
    this.publish(changed, [...new Set(inTheKitchen)])
    this.name = ''
  }

  getTemplate() {
    return html`<aside aria-label="Shift">
      <h2>On shift: ${this.names.length}</h2>
      <p>${this.names.join(', ')}</p>
      ${
        this.name
          ? html`<button lv-click=${this.end}>End shift</button>`
          : html`<form lv-submit=${this.begin}>
              <label>Your name <input name="name" value="Ana" required /></label>
              <button>Begin shift</button>
            </form>`
      }
    </aside>`
  }
}
