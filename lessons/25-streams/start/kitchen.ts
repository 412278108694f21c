/** The kitchen’s book, every order as it stands, and its journal, every thing that happened. It takes the place of a database. */
import { ORDERS, type Order, type Placed } from './orders.ts'

export interface Line {
  id: number
  text: string
}

const journal: Line[] = Array.from({ length: 5000 }, (_, i) => ({
  id: i + 1,
  text: `Yesterday, order ${i + 1}: served, and the table was cleared`,
}))

const book = new Map<string, Order>(ORDERS.map((order) => [order.id, order]))

export const readBook = (): Order[] => [...book.values()]

export function writeBook({ column, ...order }: Placed): void {
  if (column === 'served') book.delete(order.id)
  else book.set(order.id, { ...order, column })
}

export function writeLine(text: string): Line {
  const line = { id: journal.length + 1, text }
  journal.push(line)
  return line
}

/** The newest first. */
export const newestLines = (most: number): Line[] => journal.slice(-most).reverse()

export const linesWith = (ids: readonly number[]): Line[] =>
  ids.flatMap((id) => journal[id - 1] ?? [])
