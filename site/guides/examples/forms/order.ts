import { form, html, LiveComponent, validated } from 'telar'
import { z } from 'zod'

const Order = z.object({
  lines: z.array(
    z.object({ product: z.string().min(1, 'Which product?'), count: z.number().min(1) }),
  ),
})

export class Ordering extends LiveComponent {
  name = 'My order'
  order = form(Order, { initial: { lines: [{ product: '', count: 1 }] } })
  told = ''

  rename = validated(z.string().trim().min(1).max(80), (name) => {
    this.name = name
  })

  more() {
    this.order.set('lines', [...(this.order.values.lines ?? []), { product: '', count: 1 }])
  }

  save({ lines }: z.output<typeof Order>) {
    this.told = lines.map(({ product, count }) => `${count} ${product}`).join(', ')
  }

  getTemplate() {
    const { order } = this
    return html`<main>
      <h1>${this.name}</h1>
      <label>Name <input value=${this.name} lv-change=${this.rename}></label>
      <form novalidate lv-submit=${order.submit(this.save)}>
        ${(order.values.lines ?? []).map(
          (_, i) => html`<p>
            <label>Product ${i + 1} <input ${order.field(`lines[${i}].product`)}></label>
            ${order.error(`lines[${i}].product`)}
            <label>Count ${i + 1} <input type="number" ${order.field(`lines[${i}].count`)}></label>
          </p>`,
        )}
        <button type="button" lv-click=${this.more}>One more</button> <button>Order</button>
      </form>
      <p role="status">${this.told}</p>
    </main>`
  }
}
