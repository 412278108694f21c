export interface Order {
  id: number
  dish: string
  table: number
}

const DISHES = ['Soup', 'Pizza', 'Salad', 'Cake']

/** A hundred orders of a long evening. */
export const evening = (): Order[] =>
  Array.from({ length: 100 }, (_, i) => ({ id: i + 1, dish: DISHES[i % 4]!, table: (i % 12) + 1 }))
