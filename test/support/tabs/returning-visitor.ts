/** A visitor of a counter who comes back by itself whenever the line breaks, as the shipped client does. */
import { Bell } from '../bell.ts'
import { Visitor } from './visitor.ts'

export class ReturningVisitor {
  private readonly visitor: Visitor
  private isLeaving = false
  private isHere = false
  private readonly changes = new Bell()

  private constructor(visitor: Visitor) {
    this.visitor = visitor
    void this.stay()
  }

  static async open(address: string): Promise<ReturningVisitor> {
    return new ReturningVisitor(await Visitor.open(address))
  }

  /** The newest number in the page. */
  get shown(): string {
    const { line, markup } = this.visitor
    const operations = (line?.heard ?? []).flatMap((message) => message.operations)
    const newest = operations.findLast(({ type }) => type === 'setText')
    return String(newest?.value ?? /-->(\d+)<!--/.exec(markup)?.[1] ?? '')
  }

  /** A click is sent as soon as the tab has joined, and again until it is acknowledged. */
  click(): void {
    if (this.isHere) this.visitor.clickOn()
    else this.visitor.seq++
  }

  /** Resolves once the page shows `number`. */
  async shows(number: string): Promise<void> {
    while (this.shown !== number) {
      await this.changes.rung()
    }
  }

  /** Gives up what is not acknowledged and joins again. */
  rejoin(): void {
    this.visitor.seq = this.visitor.kept
    this.visitor.line?.socket.terminate()
  }

  close(): void {
    this.isLeaving = true
    this.visitor.line?.socket.close()
  }

  private async stay(): Promise<void> {
    while (!this.isLeaving) {
      try {
        await this.visitor.join()
        this.isHere = true
        const line = this.visitor.line!
        if (this.isLeaving) line.socket.close()
        line.socket.on('message', () => this.changes.ring())
        this.changes.ring()
        await line.closed
      } catch {
        // A process that is being replaced is not there for a moment.
      }
      this.isHere = false
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
