export interface Order {
  id: string
  table: number
  dish: string
  column: 'new' | 'cooking' | 'ready'
  portions: number
  isUrgent: boolean
  wish: string
}

export const ORDERS: readonly Order[] = [
  order('o1', 4, 'Lentil soup', 'no onions'),
  order('o2', 2, 'Grilled trout', 'lemon on the side'),
  order('o3', 7, 'Mushroom rice', 'very hot'),
]

function order(id: string, table: number, dish: string, wish: string): Order {
  return { id, table, dish, wish, column: 'new', portions: 1, isUrgent: false }
}
