/** Lets changes from outside of a session in as turns, and ends what `connected` has begun outside. */
import type { CleanUp } from '../component/component.ts'
import { type Fault, faultOf } from '../component/fault.ts'
import type { ComponentNode } from '../component/node.ts'
import type { Soon } from '../state/store.ts'
import type { Answered } from './answers.ts'
import type { Mailbox } from './mailbox.ts'
import type { Surroundings } from './options.ts'

/** What a change needs of its session. */
interface Entered {
  readonly id: string
  readonly around: Pick<Surroundings, 'log'>
  readonly mailbox: Mailbox
  readonly isUnstored: boolean
  runEntered(node: ComponentNode, fn: () => unknown, ends: Answered): Soon<void>
}

/** Resolves with what `fn` returned once it is stored, with undefined if the component ends before; rejects with what failed. */
export function enter<T>(
  session: Entered,
  node: ComponentNode,
  fn: () => T | Promise<T>,
): Promise<T | undefined> {
  const entered = new Promise<T | undefined>((resolve, reject) => {
    let isBegun = false
    const drop = () => {
      if (!isBegun) resolve(tooLate(session, node)())
    }
    if (node.life.phase === 'ended') return drop()
    // The session may end with turns that wait.
    const forget = node.life.ending(drop)
    session.mailbox.push(() => {
      if (node.life.phase === 'ended') return
      isBegun = true
      forget()
      let result: T | undefined
      let isFailed = false
      const run = () => {
        const given = fn()
        if (!(given instanceof Promise)) return void (result = given)
        return given.then((value) => void (result = value))
      }
      const takeBack = (error: unknown) => {
        isFailed = true
        reject(error)
      }
      const done = () => {
        if (!isFailed) resolve(result)
      }
      // Turns behind it may be stored together with it.
      const stored = () => (session.isUnstored ? session.mailbox.push(done) : done())
      const ran = session.runEntered(node, run, { takeBack })
      return ran instanceof Promise ? ran.then(stored) : stored()
    }, true)
  })
  // Whoever does not wait for it has the log and the boundary.
  entered.catch(() => {})
  return entered
}

/** Says in the log that a change was dropped. It holds nothing of the component, which a forgotten listener may keep. */
export function tooLate(
  { id, around: { log } }: Pick<Entered, 'id' | 'around'>,
  { name }: ComponentNode,
): () => Promise<undefined> {
  const about = { session: id, component: name }
  return async () => void log.info(about, TOO_LATE)
}

const TOO_LATE =
  'A change from outside came when its component was gone, and was dropped. Stop what brings it in the clean-up that connected() returns.'

/** What `connected` returned is called once the component ends here; at once, if it has ended meanwhile. */
export function keepCleanUp(
  session: { tell(fault: Fault): void },
  node: ComponentNode,
  given: CleanUp | Promise<CleanUp>,
): void | Promise<void> {
  if (given instanceof Promise) return given.then((late) => keepCleanUp(session, node, late))
  if (typeof given !== 'function') return
  const failed = (error: unknown) => session.tell(faultOf(error, node.name, 'clean-up'))
  const cleanUp = () => {
    try {
      const result = given()
      if (result instanceof Promise) result.catch(failed)
    } catch (error) {
      // What else has to end still does.
      failed(error)
    }
  }
  if (node.life.phase === 'ended') cleanUp()
  else node.life.ending(cleanUp)
}
