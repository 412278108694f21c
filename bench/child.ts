/** Starts a server under test and speaks to its process. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export class Child {
  readonly variant: string
  readonly address: string
  private readonly process: ChildProcess

  get pid(): number {
    return this.process.pid!
  }

  /** `rest`: milliseconds after which a session of ours rests, where it is not the default. */
  static async start(variant: string, rest?: number): Promise<Child> {
    const script = fileURLToPath(new URL('serve.js', import.meta.url))
    const child = fork(script, [variant, ...(rest === undefined ? [] : [String(rest)])], {
      execArgv: ['--expose-gc', '--max-old-space-size=8192'],
    })
    const { address } = (await answer(child)) as { address: string }
    return new Child(variant, address, child)
  }

  private constructor(variant: string, address: string, process: ChildProcess) {
    this.variant = variant
    this.address = address
    this.process = process
  }

  /** Bytes alive in it, after a forced collection. */
  async heap(): Promise<number> {
    const said = answer(this.process)
    this.process.send('heap')
    return ((await said) as { heap: number }).heap
  }

  /** Microseconds of processor time that it has taken so far. */
  async processor(): Promise<number> {
    const said = answer(this.process)
    this.process.send('processor')
    return ((await said) as { processor: number }).processor
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      // It has ended already, with an error of its own.
      if (!this.process.connected) return resolve()
      this.process.once('exit', () => resolve())
      this.process.disconnect()
    })
  }
}

function answer(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) =>
      reject(
        new Error(`Expected the server under test to run, received its end with code ${code}.`),
      ),
    )
  })
}
