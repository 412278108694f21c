import { html, LiveComponent } from 'telar'

export default class Delivery extends LiveComponent {
  #sacks = 0
  weights: number[] = []

  connected() {
    this.subscribe<number[]>('weights', (weights) => this.hear(weights))
  }

  hear(weights: number[]) {
    for (const weight of weights) {
      this.weights.push(weight)
      this.push('weighed', weight)
    }
  }

  add() {
    this.#sacks += 1
  }

  weigh() {
    this.publish(
      'weights',
      Array.from({ length: 300 }, (_, i) => 20 + ((this.weights.length + i) % 7)),
    )
  }

  getTemplate() {
    return html`<h1>Goods in</h1>
      <p>${this.#sacks} sacks <button lv-click=${this.add}>Sack</button></p>
      <p>Weighed ${this.weights.length} times <button lv-click=${this.weigh}>Weigh 300 times</button></p>
      <output>${this.weights.at(-1) ?? 0} kg</output>`
  }
}
