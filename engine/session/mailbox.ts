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

export class Mailbox {
  readonly waiting: Task[] = []
  private running = false
  private idle: (() => void)[] | undefined
  private room: { below: number; fn: () => void } | undefined
  private readonly owner: MailboxOwner

  constructor(owner: MailboxOwner) {
    this.owner = owner
  }

  /** Runs `run` once everything before it has settled. A turn may be stored together with the turns right before and after it. */
  push(run: () => unknown, isTurn = false): void {
    this.waiting.push({ run, isTurn })
    if (!this.running) this.drain()
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
    this.waiting.length = 0
  }

  // A synchronous task costs no tick: its frame leaves in the same turn of the event loop.
  private drain() {
    this.running = true
    while (this.waiting.length > 0 || this.owner.isUnstored) {
      try {
        // Turns that waited for the ones behind them are stored once no turn is next.
        const isEnough = this.owner.isUnstored && !this.waiting[0]?.isTurn
        const task = isEnough ? undefined : this.waiting.shift()
        if (this.room) this.tellRoom()
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
