/** A kitchen's order board: an order that any program posts is shown on every screen, and a button on one screen moves it on all. */
import { type ComponentClass, each, html, LiveComponent, type LiveEvent } from 'telar'
import { ORDERS, type Order, type OrderBook, readOrder, type Stage } from './order-book.ts'

/** The board of one book; `address` is where orders are posted to. */
export function createOrderBoard(book: OrderBook, address: string): ComponentClass {
  return class OrderBoard extends LiveComponent {
    orders: Order[] = book.list()
    draft: Record<string, string> = {}
    problems: Record<string, string> = {}

    override connected() {
      this.refresh()
      this.subscribe(ORDERS, this.refresh)
    }

    refresh() {
      this.orders = book.list()
    }

    write(field: string, text: string) {
      this.draft[field] = text
    }

    post({ form }: LiveEvent) {
      const order = readOrder(form)
      this.problems = 'problems' in order ? order.problems : {}
      if ('problems' in order) return
      book.add(order)
      this.draft = {}
    }

    getTemplate() {
      return html`<main>
        <header>
          <h1>Orders</h1>
          <p role="status">${this.orders.length === 0 ? 'No open orders' : `${this.orders.length} open`}</p>
        </header>
        <div class="stages">${STAGES.map((stage) => this.column(stage))}</div>
        <section class="ways">
          <div>
            <h2>Post one from any program</h2>
            <pre tabindex="0"><code>curl ${address} \\
  -H 'Content-Type: application/json' \\
  -d '{"table": "7", "dish": "Empanada", "quantity": 2}'</code></pre>
          </div>
          ${this.form()}
        </section>
      </main>`
    }

    column({ stage, title, verb, empty }: (typeof STAGES)[number]) {
      const orders = this.orders.filter((order) => order.stage === stage)
      return html`<section class="stage">
        <h2>${title} <span class="count">${orders.length}</span></h2>
        ${orders.length === 0 ? html`<p>${empty}</p>` : ''}
        <ul>
          ${each(
            orders,
            (order) => order.id,
            (order) => html`<li>
              <strong>${order.quantity} × ${order.dish}</strong>
              <span>Table ${order.table} · ${timeOf(order.at)}</span>
              <button lv-click=${() => book.advance(order.id)} aria-label="${verb} ${order.dish} for table ${order.table}">${verb}</button>
            </li>`,
          )}
        </ul>
      </section>`
    }

    form() {
      return html`<form lv-submit=${this.post} novalidate>
        <h2>Or here</h2>
        ${this.field('table', 'Table', '7')} ${this.field('dish', 'Dish', 'Empanada')}
        ${this.field('quantity', 'How many', '2')}
        <button>Order</button>
      </form>`
    }

    field(name: string, label: string, example: string) {
      const problem = this.problems[name]
      return html`<div>
        <label for=${name}>${label}</label>
        <input id=${name} name=${name} value=${this.draft[name] ?? ''} lv-input=${({ value }: LiveEvent) => this.write(name, value)} lv-debounce="200" placeholder=${example} autocomplete="off" aria-invalid=${problem ? 'true' : null} aria-describedby=${problem ? `${name}-problem` : null} />
        ${problem ? html`<span class="problem" id="${name}-problem">${problem}</span>` : ''}
      </div>`
    }
  }
}

const STAGES: readonly { stage: Stage; title: string; verb: string; empty: string }[] = [
  {
    stage: 'waiting',
    title: 'Waiting',
    verb: 'Cook',
    empty: 'An order that comes in stands here.',
  },
  {
    stage: 'cooking',
    title: 'Cooking',
    verb: 'Ready',
    empty: 'Press Cook, and it moves on every screen.',
  },
  {
    stage: 'ready',
    title: 'Ready',
    verb: 'Serve',
    empty: 'What is cooked waits here to be served.',
  },
]

const timeOf = (at: number) => `${new Date(at).toISOString().slice(11, 16)} UTC`
