/** Refuses calls that a shared view must not make: their result is for one visitor, or all others would miss their effect. */
import { currentRun } from '../template/rendered.ts'
import { ComponentError } from './errors.ts'

/** `asked` is the call as written in a view. @throws ComponentError 'component-shared' while a shared view runs. */
export function refuseShared(asked: string): void {
  const run = currentRun()
  if (!run?.isShared) return
  const { name } = run.owner as { name: string }
  throw sharedError(
    name,
    `shows fields and props and does nothing else, got ${asked} in getTemplate()`,
    'Ask for it in start(), connected() or a handler and keep in a field what is shown, or take `static sharedView` away.',
  )
}

/** The message for everything that a shared view must not contain. */
export const sharedError = (name: string, wanted: string, advice: string) =>
  new ComponentError(
    'component-shared',
    `${name} has \`static sharedView\`: its view is run once for all visitors whose state is equal. So it wants a view that ${wanted}. ${advice}`,
  )
