/** The kitchen's orders: stored by the program, which notifies the screens. */
import type { Bus } from 'telar/server'

export type Stage = 'waiting' | 'cooking' | 'ready'

interface NewOrder {
  table: string
  dish: string
  /** 1 to 99. */
  quantity: number
}

export interface Order extends NewOrder {
  id: number
  stage: Stage
  /** Milliseconds since 1970. */
  at: number
}

/** The topic that every screen listens to. */
export const ORDERS = 'orders'

// More open orders than a kitchen ever has; it limits the memory.
const MOST = 60

export class OrderBook {
  readonly #bus: Bus
  readonly #now: () => number
  #orders: Order[] = []
  #nextId = 1

  constructor(bus: Bus, now: () => number = Date.now) {
    this.#bus = bus
    this.#now = now
  }

  /** Oldest first. */
  list(): Order[] {
    return [...this.#orders]
  }

  /** The oldest order is dropped when there are too many. */
  add(order: NewOrder): Order {
    const added: Order = { ...order, id: this.#nextId++, stage: 'waiting', at: this.#now() }
    this.#change([...this.#orders, added].slice(-MOST))
    return added
  }

  /** Moves it to the next stage; a ready order leaves the board. An order that has left stays gone. */
  advance(id: number): void {
    this.#change(
      this.#orders.flatMap((order) => {
        if (order.id !== id) return [order]
        return order.stage === 'ready' ? [] : [{ ...order, stage: NEXT[order.stage] }]
      }),
    )
  }

  #change(orders: Order[]): void {
    this.#orders = orders
    this.#bus.publish(ORDERS, null)
  }
}

const NEXT = { waiting: 'cooking', cooking: 'ready' } as const

/** Checks what was sent as an order: returns the order, or a sentence for each wrong field. */
export function readOrder(sent: unknown): NewOrder | { problems: Record<string, string> } {
  const { table, dish, quantity } = (sent ?? {}) as { [field in keyof NewOrder]?: unknown }
  const count = Number(quantity)
  const problems: Record<string, string> = {}
  if (!isText(table, 20)) problems.table = 'Which table? 1 to 20 characters.'
  if (!isText(dish, 60)) problems.dish = 'Which dish? 1 to 60 characters.'
  if (!Number.isInteger(count) || count < 1 || count > 99) {
    problems.quantity = 'How many? A whole number from 1 to 99.'
  }
  if (Object.keys(problems).length > 0) return { problems }
  return { table: (table as string).trim(), dish: (dish as string).trim(), quantity: count }
}

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.trim().length <= most
