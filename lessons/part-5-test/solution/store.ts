/** The library’s store: which book is with whom. It takes the place of a database, and counts how often all of it is read. */
export interface Loan {
  book: string
  reader: string | null
}

const loans = new Map<string, string | null>([
  ['The Odyssey', null],
  ['Frankenstein', null],
  ['Dracula', null],
])

let reads = 0

export const timesRead = () => reads

/** All books, and who has them. */
export function readLoans(): Loan[] {
  reads += 1
  return [...loans].map(([book, reader]) => ({ book, reader }))
}

export function writeLoan({ book, reader }: Loan): void {
  loans.set(book, reader)
}
