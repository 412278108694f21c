/** Listeners for events of a container; they get `undefined` when it ends. */
import type { SupervisorEvent } from './messages.ts'

type Hearer = (event: SupervisorEvent | undefined) => void

export class Hearers {
  private readonly hearers = new Set<Hearer>()

  /** Calls `hearer` for each event until the returned function is called. */
  add(hearer: Hearer): () => void {
    this.hearers.add(hearer)
    return () => this.hearers.delete(hearer)
  }

  /** The first event that passes `test`; undefined if the container ends before. */
  first(test: (event: SupervisorEvent) => boolean): Promise<SupervisorEvent | undefined> {
    return new Promise((resolve) => {
      const leave = this.add((event) => {
        if (event && !test(event)) return
        leave()
        resolve(event)
      })
    })
  }

  tell(event: SupervisorEvent | undefined): void {
    for (const hearer of [...this.hearers]) hearer(event)
  }
}
