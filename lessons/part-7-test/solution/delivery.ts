import { html, LiveComponent } from 'telar'

export default class Delivery extends LiveComponent {
  sacks = 0
  // What sacks were called before.
  boxes: number | undefined = undefined
  weight = 0
  weighed = 0

  connected() {
    this.sacks += this.boxes ?? 0
    this.boxes = undefined
    this.subscribe<number[]>('weights', (weights) => this.hear(weights))
  }

  hear(weights: number[]) {
    this.weighed += weights.length
    this.weight = weights.at(-1) ?? this.weight
    this.push('weighed', this.weight, { newest: true })
  }

  add() {
    this.sacks += 1
  }

  weigh() {
    this.publish(
      'weights',
      Array.from({ length: 300 }, (_, i) => 20 + ((this.weighed + i) % 7)),
    )
  }

  getTemplate() {
    return html`<h1>Goods in</h1>
      <p>${this.sacks} sacks <button lv-click=${this.add}>Sack</button></p>
      <p>Weighed ${this.weighed} times <button lv-click=${this.weigh}>Weigh 300 times</button></p>
      <output>${this.weight} kg</output>`
  }
}
