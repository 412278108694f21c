import { html, LiveComponent } from 'telar'

// The view sets the time itself, and a view must not change state.
export default class Clock extends LiveComponent {
  time = ''

  connected() {
    this.every(1000, () => {})
  }

  getTemplate() {
    this.time = new Date(this.now()).toISOString().slice(11, 19)
    return html`<h1>Bus stop</h1>
      <time>${this.time}</time>`
  }
}
