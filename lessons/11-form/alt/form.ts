import { html, LiveComponent, type LiveEvent } from 'telar'

const BREAD = [
  { key: 'rye', cents: 480 },
  { key: 'oat', cents: 390 },
  { key: 'seed', cents: 520 },
]

export default class Order extends LiveComponent {
  last?: { who: string; bread: string[]; cents: number }

  keep = ({ form }: LiveEvent) => {
    const bread = BREAD.filter(({ key }) => `bread.${key}` in form)
    this.last = {
      who: String(form.who),
      bread: bread.map(({ key }) => key),
      cents: bread.reduce((sum, { cents }) => sum + cents, 0),
    }
  }

  getTemplate() {
    const { last } = this
    return html`<output>${last ? `€${(last.cents / 100).toFixed(2)} for ${last.who}: ${last.bread.join(' and ')}` : ''}</output>
      <form lv-submit=${this.keep}>
        ${BREAD.map(
          ({ key, cents }) =>
            html`<label><input type="checkbox" name="bread.${key}" /> ${key}, €${(cents / 100).toFixed(2)}</label>`,
        )}
        <label for="who">Your name</label><input id="who" name="who" />
        <button>Order</button>
      </form>`
  }
}
