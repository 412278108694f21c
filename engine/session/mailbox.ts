/** Runs a session's tasks one after another, in the order in which they came. */

interface MailboxOwner {
  /** A task threw; those after it still run. */
  report(error: unknown): void
}

export class Mailbox {
  readonly waiting: (() => unknown)[] = []
  private running = false
  private idle: (() => void)[] | undefined
  private room: { below: number; fn: () => void } | undefined
  private readonly owner: MailboxOwner

  constructor(owner: MailboxOwner) {
    this.owner = owner
  }

  /** Runs `task` once everything before it has settled. */
  push(task: () => unknown): void {
    this.waiting.push(task)
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
    for (let task = this.waiting.shift(); task; task = this.waiting.shift()) {
      if (this.room) this.tellRoom()
      try {
        const result = task()
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
