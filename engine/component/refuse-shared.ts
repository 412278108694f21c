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
    'show fields and props and do nothing else',
    `${asked} in getTemplate()`,
    'Ask for it in start(), connected() or a handler and keep what is shown in a field, or remove `static sharedView`.',
  )
}

/** The message for everything that a shared view must not contain. */
export const sharedError = (name: string, wanted: string, received: string, advice: string) =>
  new ComponentError(
    'component-shared',
    `Expected the shared view of ${name} to ${wanted}, received ${received}. It runs once for all visitors whose state is equal. ${advice}`,
  )
