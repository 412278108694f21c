/** A tab that nothing happens to: whatever a take-over did must leave the other tab like this one. */
import { compare } from './compare.ts'
import type { Tab } from './tab.ts'
import type { Visitor } from './visitor.ts'

/** A tab with the one who uses it. */
export interface Used {
  tab: Tab
  visitor: Visitor
}

/** Whether the disturbed tab is where a step has an effect; if not, the control does without it too. */
export function reaches(step: string, { server, isJoined }: Tab): boolean {
  switch (step) {
    case 'drop':
    case 'kill':
    case 'swap':
      return false
    case 'deliver':
      return isJoined
    // Between two processes nobody hears what is published.
    case 'edit':
    case 'say':
      return server.session !== undefined
    default:
      return true
  }
}

/**
 * Whether the same things happened to both, in the same order: no event came too late or was merged into a newer one,
 * no process died with work before it, and what was typed was typed over the same. A take-over may bring earlier what the control waits for.
 * Throws a sentence when one of them was then spared something.
 */
export function followed(disturbed: Used, control: Used): boolean {
  const [a, b] = [disturbed.tab, control.tab]
  const isLate =
    a.ledger.caused.some(({ late, behind }) => late || behind) ||
    a.answers.size + b.answers.size > 0
  if (isLate || a.cutShort || !isSame(a.told, b.told)) return false
  // Without a connection, text that is not sent yet is replaced by newer text of its field: one event less.
  if (a.ledger.merged !== b.ledger.merged) return false
  if (!isSame(disturbed.visitor.acts, control.visitor.acts)) return false
  if (!isSame([...a.happened].sort(), [...b.happened].sort())) {
    throw new Error(
      `Expected what happens without a take-over, ${b.happened.join(', ') || 'nothing'}, received ${a.happened.join(', ') || 'nothing'}.`,
    )
  }
  return isSame(a.happened, b.happened)
}

const isSame = (a: readonly string[], b: readonly string[]) => a.join('\n') === b.join('\n')

/** Throws a sentence unless both tabs ended alike. */
export function checkAlike(disturbed: Tab, control: Tab): void {
  const { state } = control.server
  if (disturbed.server.state !== state) {
    throw new Error(
      `Expected the state without a take-over, ${state}, received ${disturbed.server.state}.`,
    )
  }
  try {
    compare(disturbed.root, control.root, { typed: () => undefined, properties: true })
  } catch (error) {
    throw new Error(`Compared with a tab without a take-over: ${(error as Error).message}`, {
      cause: error,
    })
  }
}
