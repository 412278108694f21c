/** The kitchen’s book: every order as it stands. It takes the place of a database. */
import { ORDERS, type Order, type Placed } from './orders.ts'

const book = new Map<string, Order>(ORDERS.map((order) => [order.id, order]))

export const readBook = (): Order[] => [...book.values()]

export function writeBook({ column, ...order }: Placed): void {
  if (column === 'served') book.delete(order.id)
  else book.set(order.id, { ...order, column })
}
