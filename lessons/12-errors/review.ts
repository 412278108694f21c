/** When a form speaks up, asked again later. */
import { form, html, LiveComponent, type StandardSchema } from 'telar'
import { byLabel, byRole, check, step } from 'telar/testing'

interface Order {
  dish: string
  seats: string
}

const Order: StandardSchema<Order> = {
  '~standard': {
    version: 1,
    vendor: 'review',
    validate: (value) => {
      const order = value as Order
      const issues = (['dish', 'seats'] as const)
        .filter((name) => !order[name])
        .map((name) => ({ message: `No ${name}`, path: [name] }))
      return issues.length > 0 ? { issues } : { value: order }
    },
  },
}

class Table extends LiveComponent {
  order = form(Order, { initial: { dish: '', seats: '' } })
  sent = 0
  getTemplate() {
    const { order } = this
    return html`<form novalidate lv-submit=${order.submit(() => void (this.sent += 1))}>
      <label>Dish <input ${order.field('dish')} /></label> ${order.error('dish')}
      <label>Seats <input ${order.field('seats')} /></label> ${order.error('seats')}
      <button>Send</button>
    </form>`
  }
}

export default check([
  step(
    'calls-of-a-wrong-form',
    'A form made with form() is sent twice, and one field is wrong both times. How often is the function in submit(…) called?',
    async ({ visit }) => {
      const tab = await visit(Table)
      await tab.fill(byLabel('Dish'), 'Soup')
      await tab.submit()
      await tab.submit()
      return tab.state.sent as number
    },
  ),
  step(
    'focus-after-refusal',
    'A form made with form() has the fields Dish and Seats. Only Dish is filled in, and the form is sent. Which field has the focus then?',
    async ({ visit }) => {
      const tab = await visit(Table)
      await tab.fill(byLabel('Dish'), 'Soup')
      await tab.click(byRole('button'))
      return tab.focused(byLabel('Seats'))
        ? 'Seats'
        : tab.focused(byLabel('Dish'))
          ? 'Dish'
          : 'none'
    },
  ),
])
