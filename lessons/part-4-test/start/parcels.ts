/** The parcels of this morning, and the scales that read their labels. */
export interface Parcel {
  id: string
  flat: number
  from: string
}

export const PARCELS: readonly Parcel[] = [
  { id: 'p1', flat: 12, from: 'the bookshop' },
  { id: 'p2', flat: 3, from: 'the tailor' },
  { id: 'p3', flat: 7, from: 'Aunt Rosa' },
]

let readings = 0

/** What a parcel weighs. @throws Error each other time for the one from the tailor, whose label is wet. */
export function weightOf(parcel: Parcel): string {
  if (parcel.from !== 'the tailor') return '2 kg'
  readings += 1
  if (readings % 2 === 0) return '5 kg'
  throw new Error('The label of the parcel from the tailor is wet. Try again in a moment.')
}
