import { html, LiveComponent } from 'telar'

export class Bold extends LiveComponent {
  on = false

  flip() {
    this.on = !this.on
  }

  getTemplate() {
    return html`<main>
      <button aria-pressed=${this.on} lv-click=${this.flip}>Bold</button>
    </main>`
  }
}
