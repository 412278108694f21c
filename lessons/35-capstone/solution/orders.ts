import { topic } from 'telar'

export interface Order {
  id: string
  dish: string
  column: 'New' | 'Cooking' | 'Ready' | 'Served'
}

export const COLUMNS = ['New', 'Cooking', 'Ready'] as const

const NEXT = { New: 'Cooking', Cooking: 'Ready', Ready: 'Served', Served: 'Served' } as const

export const advance = (order: Order): Order => ({ ...order, column: NEXT[order.column] })

/** An order as it stands now, told to all boards. */
export const placed = topic<Order>('capstone:placed')

/** The kitchen’s book: what a board that opens now begins with. */
const book = new Map<string, Order>()

export const readBook = () => [...book.values()]

export function writeBook(order: Order) {
  if (order.column === 'Served') book.delete(order.id)
  else book.set(order.id, order)
}
