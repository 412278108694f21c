import { html, LiveComponent } from 'telar'

export default class Tally extends LiveComponent {
  clicks: number[] = []

  getTemplate() {
    return html`<p>Clicked ${this.clicks.length} times</p>
      <button lv-click=${() => this.clicks.push(this.now())}>One more</button>
      <button lv-click=${() => this.clicks.splice(0)}>Forget them</button>`
  }
}
