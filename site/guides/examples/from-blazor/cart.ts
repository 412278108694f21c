import { html, LiveComponent, mount } from 'telar'

interface AmountProps {
  value: number
  onChange: (value: number) => void
}

class Amount extends LiveComponent<AmountProps> {
  getTemplate() {
    const { value, onChange } = this.props
    return html`<p>
      <button aria-label="One less" lv-click=${() => onChange(value - 1)}>−</button>
      ${value}
      <button aria-label="One more" lv-click=${() => onChange(value + 1)}>+</button>
    </p>`
  }
}

export class Cart extends LiveComponent {
  amount = 1
  price = 12

  change(amount: number) {
    this.amount = Math.max(0, amount)
  }

  getTemplate() {
    return html`<main>
      ${mount(Amount, { value: this.amount, onChange: this.change })}
      <p>Total: ${this.amount * this.price}</p>
    </main>`
  }
}
