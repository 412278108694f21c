/** Wakes all who wait for something to change: each looks for what it waits for, and waits again if that is not there. */
export class Bell {
  private readonly waiting: (() => void)[] = []

  /** Resolves the next time that it rings. */
  rung(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  ring(): void {
    for (const wake of this.waiting.splice(0)) wake()
  }
}
