import { html, LiveComponent } from 'telar'

export default class Counter extends LiveComponent {
  basket = { roll: 2, loaf: 1 }
  share = 1

  get cents() {
    return (this.basket.roll * 40 + this.basket.loaf * 320) * this.share
  }

  put(what: 'roll' | 'loaf', pieces: number) {
    this.basket[what] = Math.max(0, this.basket[what] + pieces)
  }

  getTemplate() {
    return html`<p>
        <button lv-click=${() => this.put('roll', -1)}>Take back a roll</button>
        <button lv-click=${() => this.put('roll', 1)}>Add a roll</button>
        <button lv-click=${() => this.put('loaf', 1)}>Add a loaf</button>
        <button lv-click=${() => (this.share = 0.5)}>Evening: half price</button>
      </p>
      <dl>
        <dt>Rolls</dt>
        <dd>${this.basket.roll}</dd>
        <dt>Loaves</dt>
        <dd>${this.basket.loaf}</dd>
        <dt>Together</dt>
        <dd>€ ${(this.cents / 100).toFixed(2)}</dd>
      </dl>`
  }
}
