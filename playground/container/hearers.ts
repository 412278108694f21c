/** Who waits for facts of a container; told `undefined` when it ends. */
import type { Fact } from './facts.ts'

type Hearer = (fact: Fact | undefined) => void

export class Hearers {
  private readonly hearers = new Set<Hearer>()

  /** Calls `hearer` for each fact until the result is called. */
  add(hearer: Hearer): () => void {
    this.hearers.add(hearer)
    return () => this.hearers.delete(hearer)
  }

  /** The first fact that passes `test`; undefined when the container ends before. */
  first(test: (fact: Fact) => boolean): Promise<Fact | undefined> {
    return new Promise((resolve) => {
      const leave = this.add((fact) => {
        if (fact && !test(fact)) return
        leave()
        resolve(fact)
      })
    })
  }

  tell(fact: Fact | undefined): void {
    for (const hearer of [...this.hearers]) hearer(fact)
  }
}
