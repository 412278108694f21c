/** Runs a session's tasks one after another, in the order in which they came. */

interface MailboxOwner {
  /** Turns have finished and are not stored yet. */
  readonly isUnstored: boolean
  /** Stores them. */
  persist(): unknown
  /** A task threw; those after it still run. */
  report(error: unknown): void
}

interface Task {
  readonly run: () => unknown
  readonly isTurn: boolean
}

/** Shared by all mailboxes in which nothing has waited. */
const NONE: Task[] = []

export class Mailbox {
  waiting = NONE
  private running = false
  private idle: (() => void)[] | undefined
  private room: { below: number; fn: () => void } | undefined
  private readonly owner: MailboxOwner

  constructor(owner: MailboxOwner) {
    this.owner = owner
  }

  /** Runs `run` once everything before it has settled. A turn may be stored together with the turns right before and after it. */
  push(run: () => unknown, isTurn = false): void {
    const task = { run, isTurn }
    if (!this.running) this.drain(task)
    else if (this.waiting === NONE) this.waiting = [task]
    else this.waiting.push(task)
  }

  /** Resolves when nothing is left to do. */
  settled(): Promise<void> {
    if (!this.running) return Promise.resolve()
    return new Promise((resolve) => (this.idle ??= []).push(resolve))
  }

  /** Calls `fn` once fewer than `below` tasks wait. */
  whenBelow(below: number, fn: () => void): void {
    this.room = { below, fn }
    this.tellRoom()
  }

  private tellRoom() {
    if (!this.room || this.waiting.length >= this.room.below) return
    const { fn } = this.room
    this.room = undefined
    fn()
  }

  clear(): void {
    this.waiting = NONE
  }

  // A synchronous task costs no tick: its frame leaves in the same turn of the event loop.
  private drain(first?: Task) {
    this.running = true
    for (let given = first; ; given = undefined) {
      // Turns that waited for the ones behind them are stored once no turn is next.
      const isEnough = !given && this.owner.isUnstored && !this.waiting[0]?.isTurn
      const task = isEnough ? undefined : (given ?? this.waiting.shift())
      if (!task && !isEnough) break
      if (this.room) this.tellRoom()
      try {
        const result = task ? task.run() : this.owner.persist()
        if (result instanceof Promise) return void this.goOnAfter(result)
      } catch (error) {
        this.owner.report(error)
      }
    }
    this.running = false
    const { idle } = this
    this.idle = undefined
    for (const resolve of idle ?? []) resolve()
  }

  private async goOnAfter(result: Promise<unknown>) {
    try {
      await result
    } catch (error) {
      this.owner.report(error)
    }
    this.drain()
  }
}
