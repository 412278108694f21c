/** What an order is, and what stands on the board in the morning. */
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

/** The order one column further; a ready one is served and leaves the board. */
export function advance(order: Order): Order | undefined {
  if (order.column === 'ready') return undefined
  return { ...order, column: order.column === 'new' ? 'cooking' : 'ready' }
}
