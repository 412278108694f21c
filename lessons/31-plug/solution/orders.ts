export interface Order {
  id: string
  table: number
  dish: string
  column: 'new' | 'cooking'
}

export const ORDERS: readonly Order[] = [
  { id: 'o1', table: 4, dish: 'Lentil soup', column: 'new' },
  { id: 'o2', table: 2, dish: 'Grilled trout', column: 'new' },
  { id: 'o3', table: 7, dish: 'Lentil soup', column: 'new' },
]
