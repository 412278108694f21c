/** The cards, in one file of JSON that one process reads and writes. For several processes, a database takes its place. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'

export type Stage = 'todo' | 'doing' | 'done'

export interface Card {
  id: number
  title: string
  stage: Stage
}

export class Cards {
  readonly #file: string
  #cards: readonly Card[]

  constructor(file: string) {
    this.#file = file
    this.#cards = read(file)
  }

  list(): Card[] {
    return [...this.#cards]
  }

  add(title: string): void {
    const id = Math.max(0, ...this.#cards.map((card) => card.id)) + 1
    this.#write([...this.#cards, { id, title, stage: 'todo' }])
  }

  /** Puts the card at the end of that stage. A card that is not there any more stays away. */
  move(id: number, stage: Stage): void {
    const card = this.#cards.find((one) => one.id === id)
    if (!card || card.stage === stage) return
    this.#write([...this.#cards.filter((one) => one !== card), { ...card, stage }])
  }

  remove(id: number): void {
    this.#write(this.#cards.filter((card) => card.id !== id))
  }

  // A new file takes the place of the old one, so that nobody ever reads half of it.
  #write(cards: readonly Card[]): void {
    writeFileSync(`${this.#file}.new`, JSON.stringify(cards, null, 2))
    renameSync(`${this.#file}.new`, this.#file)
    this.#cards = cards
  }
}

function read(file: string): Card[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
