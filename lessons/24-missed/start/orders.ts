/** What an order is, what stands on the board in the morning, and what boards tell each other. */
import { topic } from 'telar'

export interface Order {
  id: string
  table: number
  dish: string
  column: 'new' | 'cooking' | 'ready'
}

export const COLUMNS = ['new', 'cooking', 'ready'] as const

export const ORDERS: readonly Order[] = [
  { id: 'o1', table: 4, dish: 'Lentil soup', column: 'new' },
  { id: 'o2', table: 2, dish: 'Grilled trout', column: 'new' },
  { id: 'o3', table: 7, dish: 'Mushroom rice', column: 'cooking' },
  { id: 'o4', table: 2, dish: 'Pear tart', column: 'ready' },
]

let taken = ORDERS.length

/** An id that no other order of this kitchen has, whoever takes it. */
export function nextId(): string {
  taken += 1
  return `o${taken}`
}

/** The order one column further; a ready one is served and leaves the board. */
export function advance(order: Order): Order | undefined {
  if (order.column === 'ready') return undefined
  return { ...order, column: order.column === 'new' ? 'cooking' : 'ready' }
}

/** An order as it stands now; `served` when it has left the board. */
export type Placed = Omit<Order, 'column'> & { column: Order['column'] | 'served' }

export const placed = topic<Placed>('kitchen:placed')
