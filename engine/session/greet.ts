/** Greets a tab that has joined: it is told where it stands, and painted anew when it lacks a frame. */
import type { ComponentTree } from '../component/tree.ts'
import { PAGE_MOVED, publicFault } from './faults.ts'
import type { Surroundings } from './options.ts'
import type { Rest } from './rest.ts'
import type { Screen } from './screen.ts'
import type { Turns } from './turns.ts'
import type { Connection } from './wire.ts'

/** What a greeting needs of its session. */
interface GreetingSession {
  readonly id: string
  readonly epoch: number
  readonly tree: ComponentTree
  readonly screen: Screen
  readonly titleText: string | undefined
  readonly around: Surroundings
  goLive(): void
  readonly rest: Rest
}

/** What the tab says of itself. */
interface Hello {
  epoch: number
  frame: number
}

export function greet(
  session: GreetingSession,
  turns: Turns,
  connection: Connection,
  hello: Hello,
): void | Promise<void> {
  const { screen, tree } = session
  if (!screen.shows(connection)) return
  session.rest.wake()
  // A tab knows its page's epoch, unless it could not read the first paint.
  if (hello.epoch === 0 && screen.frame === 0) {
    const { message, ...fault } = PAGE_MOVED
    session.around.log.warn({ session: session.id, ...fault }, message)
  }
  const welcome = () => {
    if (!screen.shows(connection)) return
    screen.welcome(hello, session.epoch)
    screen.show()
    session.goLive()
    // It failed when nobody was there to be told.
    for (const { failedStart } of tree.nodes()) {
      if (failedStart) screen.signal('error', publicFault(failedStart.fault, session.around.debug))
    }
  }
  if (screen.resumes(hello, session.epoch)) return welcome()
  screen.newTitle = session.titleText
  const streams = screen.streams()
  if (streams.length === 0) return welcome()
  // A repaint needs every row, and rows of streams are not kept.
  const refilled = turns.run(tree.root, 'refill', () =>
    Promise.all(streams.map(({ source }) => source.refill())),
  )
  return refilled instanceof Promise ? refilled.then(welcome) : welcome()
}
