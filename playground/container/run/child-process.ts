/** The supervisor's side of one of the reader's processes. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { LineReader } from '../messages.ts'
import type { BuiltFiles, ProcessCommand, ProcessEvent } from './process-messages.ts'

export interface ChildEvents {
  onEvent(child: Child, event: ProcessEvent): void
  onText(child: Child, stream: 'out' | 'err', text: string): void
  onExit(child: Child, code: number | null, signal: string | null): void
}

/** What ended a wait: the awaited event, the end of the process, or a timeout. */
export type Answer = ProcessEvent | { type: 'exit'; code: number | null } | { type: 'late' }

export class Child {
  /** The run that the process belongs to; 0 while it is spare or for a check. */
  run = 0
  check = 0
  build: BuiltFiles | undefined
  /** What the process printed before it was warm: the engine's errors if it did not load. */
  early = ''
  /** The current step of the check. */
  step: { id: string; title: string; hint?: string } | undefined
  ended = false
  private isWarm = false
  readonly exit: Promise<number | null>
  private readonly process: ChildProcessWithoutNullStreams
  private readonly said: ProcessEvent[] = []
  private wake: (() => void) | undefined

  constructor(script: string, cwd: string, events: ChildEvents) {
    this.process = spawn(process.execPath, [script], { cwd, stdio: ['pipe', 'pipe', 'pipe'] })
    const words = new LineReader<ProcessEvent>(
      (event) => this.hear(event, events),
      (text) => events.onText(this, 'out', text),
    )
    this.process.stdout.setEncoding('utf8').on('data', (text: string) => words.push(text))
    this.process.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (this.isWarm) events.onText(this, 'err', text)
      else this.early += text
    })
    // A process that has just ended accepts no commands; its end is reported separately.
    this.process.stdin.on('error', () => {})
    this.exit = new Promise((resolve) => {
      const end = (code: number | null, signal: string | null) => {
        if (this.ended) return
        this.ended = true
        words.end()
        events.onExit(this, code, signal)
        this.wake?.()
        resolve(code)
      }
      this.process.on('close', end).on('error', () => end(null, null))
    })
  }

  tell(command: ProcessCommand): void {
    this.process.stdin.write(`${JSON.stringify(command)}\n`)
  }

  kill(): void {
    this.process.kill('SIGKILL')
  }

  /** True once the engine is loaded; false if the process ended before, or after `patience` milliseconds. */
  async warm(patience: number): Promise<boolean> {
    this.isWarm ||= (await this.answer(['warm'], patience)).type === 'warm'
    return this.isWarm
  }

  /** Waits for one of `words`; also for the end of the process, and at most `patience` milliseconds. */
  async answer(words: ProcessEvent['type'][], patience: number): Promise<Answer> {
    const deadline = Date.now() + patience
    for (;;) {
      const at = this.said.findIndex((said) => words.includes(said.type))
      if (at >= 0) return this.said.splice(at, 1)[0] as ProcessEvent
      if (this.ended) return { type: 'exit', code: await this.exit }
      const left = deadline - Date.now()
      if (left <= 0) return { type: 'late' }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left)
        this.wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  private hear(event: ProcessEvent, events: ChildEvents): void {
    if (event.type === 'printed') {
      if (this.isWarm) events.onText(this, 'err', event.text)
      else this.early += event.text
      return
    }
    if (event.type === 'begun') this.step = event.step
    if (event.type === 'step') this.step = undefined
    events.onEvent(this, event)
    if (['begun', 'fault', 'again', 'reset', 'step'].includes(event.type)) return
    this.said.push(event)
    this.wake?.()
  }
}
