/** Runs a session's tasks one after another, in the order in which they came. */

interface MailboxOwner {
  /** A task threw; those after it still run. */
  report(error: unknown): void
}

type Task = () => unknown

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

  /** Runs `task` once everything before it has settled. */
  push(task: Task): void {
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
  private drain(first: Task | undefined) {
    this.running = true
    for (let task = first; task; task = this.waiting.shift()) {
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
    this.drain(this.waiting.shift())
  }
}
