import { topic } from 'telar'

export interface Reading {
  oven: number
  degrees: number
}

/** What the ovens report, a few readings in each message. */
export const readings = topic<Reading[]>('ovens')

/** The next readings of four ovens. `from` is how many there were before. */
export function measure(from: number, count: number): Reading[] {
  return Array.from({ length: count }, (_, i) => {
    const number = from + i
    return { oven: (number % 4) + 1, degrees: 180 + ((number * 7) % 40) }
  })
}
