import { html, LiveComponent } from 'telar'

export default class Delivery extends LiveComponent {
  // The name that it has always had: a name in the state is a promise.
  boxes = 0
  weight = 0
  weighed = 0

  connected() {
    this.subscribe<number[]>('weights', (weights) => this.hear(weights))
  }

  hear(weights: number[]) {
    this.weighed += weights.length
    this.weight = weights.at(-1) ?? this.weight
    this.push('weighed', this.weight, { newest: true })
  }

  add() {
    this.boxes += 1
  }

  weigh() {
    this.publish(
      'weights',
      Array.from({ length: 300 }, (_, i) => 20 + ((this.weighed + i) % 7)),
    )
  }

  getTemplate() {
    return html`<h1>Goods in</h1>
      <p>${this.boxes} sacks <button lv-click=${this.add}>Sack</button></p>
      <p>Weighed ${this.weighed} times <button lv-click=${this.weigh}>Weigh 300 times</button></p>
      <output>${this.weight} kg</output>`
  }
}
