import { form, html, LiveComponent, type LiveEvent, type StandardSchema } from 'telar'
import { PLAYS, reserve, SEATS_LEFT } from './office.ts'

interface Order {
  who: string
  mail: string
  count: number
}

const Order: StandardSchema<Order> = {
  '~standard': {
    version: 1,
    vendor: 'box-office',
    validate(value) {
      const { who, mail, count } = value as Partial<Order>
      const issues = []
      if (!who) issues.push({ path: ['who'], message: 'Who are you?' })
      if (!mail?.includes('@')) issues.push({ path: ['mail'], message: 'Where can we write to?' })
      if (!count || count < 1 || count > 4)
        issues.push({ path: ['count'], message: 'From 1 to 4.' })
      else if (count > SEATS_LEFT)
        issues.push({ path: ['count'], message: 'We have not got as many.' })
      return issues.length > 0 ? { issues } : { value: value as Order }
    },
  },
}

export default class BoxOffice extends LiveComponent {
  plays = PLAYS
  word = ''
  order = form(Order, { initial: { who: '', mail: '', count: undefined } })
  orders: Order[] = []

  start() {
    this.paramsChanged(this.session.params)
  }

  paramsChanged({ q = '' }: { q?: string }) {
    this.word = q
    this.plays = PLAYS.filter((play) => play.toLowerCase().includes(q.toLowerCase()))
  }

  search({ value, form: sent, type }: LiveEvent) {
    const q = type === 'submit' ? String(sent.q) : value
    this.patch(`/?${new URLSearchParams({ q })}`, { replace: true })
  }

  async take(order: Order) {
    await reserve(order.count)
    this.orders = [order, ...this.orders]
  }

  getTemplate() {
    const { order } = this
    return html`<form lv-busy lv-submit=${order.submit(this.take)}>
        <p ${order.message('count')}>${order.errors.count?.[0]}</p>
        <label for=${order.id('count')}>Seats</label><input type="number" ${order.field('count')} />
        <label>Name <input ${order.field('who')} /></label>${order.error('who')}
        <label>E-mail <input ${order.field('mail')} /></label>${order.error('mail')}
        <button>Book</button>
      </form>
      <ol>${this.orders.map(({ who, count }) => html`<li>${who}, ${count} seats</li>`)}</ol>
      <form lv-submit=${this.search} lv-input=${this.search} lv-debounce="250">
        <input aria-label="Play" name="q" value=${this.word} /><button>Find</button>
      </form>
      <p>${this.plays.join(' / ')}</p>`
  }
}
