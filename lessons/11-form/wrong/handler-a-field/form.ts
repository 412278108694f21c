import { each, html, LiveComponent, type LiveEvent } from 'telar'

const PRICES = new Map([
  ['rye', 480],
  ['oat', 390],
  ['seed', 520],
])

export default class Order extends LiveComponent {
  name = 'Ana'
  bread: string[] = []
  receipt = ''

  write({ value }: LiveEvent) {
    this.name = value
  }

  choose({ value, checked }: LiveEvent) {
    this.bread = this.bread.filter((name) => name !== value)
    if (checked) this.bread.push(value)
  }

  get total() {
    return this.bread.reduce((sum, name) => sum + (PRICES.get(name) ?? 0), 0)
  }

  order() {
    this.receipt = `${this.name}: ${this.bread.join(', ')}, ${euros(this.total)}`
  }

  getTemplate() {
    return html`<main>
      <h1>Bread for Saturday</h1>
      <form lv-submit=${this.order}>
        <label>Your name <input value=${this.name} lv-input=${this.write} /></label>
        <fieldset>
          <legend>Bread</legend>
          ${each([...PRICES], ([name]) => name, ([name, cents]) => this.choice(name, cents))}
        </fieldset>
        <button>Order</button>
      </form>
      <p role="status">${this.receipt}</p>
    </main>`
  }

  choice(name: string, cents: number) {
    return html`<label>
      <input type="checkbox" value=${name} lv-change=${this.choose} /> ${name}, ${euros(cents)}
    </label>`
  }
}

const euros = (cents: number) => `€${(cents / 100).toFixed(2)}`
