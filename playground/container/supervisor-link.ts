/** The page's end of the connection to the supervisor in the container. */
import { LineReader, type SupervisorCommand, type SupervisorEvent } from './messages.ts'
import type { BootedContainer } from './webcontainer.ts'

interface LinkEvents {
  onEvent(event: SupervisorEvent): void
  /** What the supervisor prints besides events, for example if it fails to start. */
  onText(text: string): void
  onExit(code: number): void
}

type Process = Awaited<ReturnType<BootedContainer['spawn']>>

export class SupervisorLink {
  private readonly process: Process
  private readonly input: WritableStreamDefaultWriter<string>

  private constructor(process: Process, events: LinkEvents) {
    this.process = process
    this.input = process.input.getWriter()
    void this.listen(events)
  }

  static async open(machine: BootedContainer, events: LinkEvents): Promise<SupervisorLink> {
    return new SupervisorLink(await machine.spawn('node', ['.telar/supervise.mjs']), events)
  }

  send(command: SupervisorCommand): void {
    // A supervisor that is gone is reported by its exit.
    this.input.write(`${JSON.stringify(command)}\n`).catch(() => {})
  }

  kill(): void {
    this.process.kill()
  }

  private async listen(events: LinkEvents): Promise<void> {
    const reader = this.process.output.getReader()
    const lines = new LineReader<SupervisorEvent>(events.onEvent, events.onText)
    void this.process.exit.then(events.onExit)
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return lines.end()
      lines.push(value)
    }
  }
}
