export interface Guest {
  id: number
  name: string
  table: number
  companions: number
}

const FIRST = [
  'Alba',
  'Bruno',
  'Carla',
  'Diego',
  'Elena',
  'Farid',
  'Gala',
  'Hugo',
  'Irene',
  'Jonas',
]
const LAST = ['Costa', 'Duran', 'Ibarra', 'Luna', 'Vidal']

/** Fifty guests of an evening. */
export const guests = (): Guest[] =>
  Array.from({ length: 50 }, (_, i) => ({
    id: i + 1,
    name: `${FIRST[i % 10]} ${LAST[Math.floor(i / 10)]}`,
    table: (i % 8) + 1,
    companions: 0,
  }))
