/** Each weight is told, and a newer one takes the place of an older one. */
import { html, LiveComponent } from 'telar'

export default class Delivery extends LiveComponent {
  sacks = 0
  boxes: number | undefined = undefined
  times = 0
  newest = 0

  connected() {
    if (this.boxes !== undefined) {
      this.sacks += this.boxes
      this.boxes = undefined
    }
    this.subscribe<number[]>('weights', (weights) => this.hear(weights))
  }

  hear(weights: number[]) {
    this.times += weights.length
    this.newest = weights.at(-1) ?? this.newest
    this.push('weighed', this.newest, { newest: true })
  }

  add() {
    this.sacks += 1
  }

  weigh() {
    this.publish(
      'weights',
      Array.from({ length: 300 }, (_, i) => 20 + ((this.times + i) % 7)),
    )
  }

  getTemplate() {
    return html`<h1>Goods in</h1>
      <p>${this.sacks} sacks <button lv-click=${this.add}>Sack</button></p>
      <p>Weighed ${this.times} times <button lv-click=${this.weigh}>Weigh 300 times</button></p>
      <output>${this.newest} kg</output>`
  }
}
