/** Refuses what a shared view must not do: the answer is one visitor's alone, or the effect would be missed by all others. */
import { currentRun } from '../template/rendered.ts'
import { ComponentError } from './errors.ts'

/** `asked` as it is written in a view. @throws ComponentError 'component-shared' while a shared view runs. */
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

/** The sentence of everything that can't stand in a shared view. */
export const sharedError = (name: string, wanted: string, received: string, advice: string) =>
  new ComponentError(
    'component-shared',
    `Expected the shared view of ${name} to ${wanted}, received ${received}. It runs once for all visitors whose state is equal. ${advice}`,
  )
