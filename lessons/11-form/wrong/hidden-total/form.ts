import { each, html, LiveComponent, type LiveEvent } from 'telar'

const PRICES = new Map([
  ['rye', 480],
  ['oat', 390],
  ['seed', 520],
])

export default class Order extends LiveComponent {
  receipt = ''

  order({ form }: LiveEvent) {
    const bread = [form.bread ?? []].flat()
    const cents = bread.reduce((sum, name) => sum + Number(form[`price-${name}`]), 0)
    this.receipt = `${form.name}: ${bread.join(', ')}, ${euros(cents)}`
  }

  getTemplate() {
    return html`<main>
      <h1>Bread for Saturday</h1>
      <form lv-submit=${this.order}>
        ${each([...PRICES], ([name]) => name, ([name, cents]) => html`<input type="hidden" name="price-${name}" value=${cents} />`)}
        <label>Your name <input name="name" value="Ana" /></label>
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
      <input type="checkbox" name="bread" value=${name} /> ${name}, ${euros(cents)}
    </label>`
  }
}

const euros = (cents: number) => `€${(cents / 100).toFixed(2)}`
