/** What a session keeps beside its components: the visit, chance, ids and deadlines, as one text. */
import type { Answer } from '../protocol/ops.ts'
import { decodeState, encodeState } from '../state/codec.ts'
import type { Answers } from './answers.ts'
import type { Chance } from './clock.ts'
import type { Visit } from './options.ts'
import type { Deadlines } from './place.ts'

export interface Meta {
  visit: Visit
  chance: number
  ids: number
  title?: string
  deadlines: [string, { method: string; at: number }[]][]
  /** What the tab may not have been told yet. */
  answers?: readonly Answer[]
}

interface Keeper {
  readonly info: Visit
  readonly chance: Chance
  readonly titleText: string | undefined
  readonly deadlines: Deadlines | undefined
  readonly answers: Answers
}

export function metaText(
  { info, chance, deadlines, titleText, answers }: Keeper,
  ids: number,
): string {
  return JSON.stringify({
    visit: visitText(info),
    chance: chance.state,
    ids,
    title: titleText,
    deadlines: [...(deadlines ?? [])],
    ...(answers.isEmpty ? {} : { answers: answers.all() }),
  })
}

/**
 * What is known of the visitor, written as state is: an identity comes back as it was, or is refused by name.
 * @throws StateError 'state-unstorable', 'state-too-large'
 */
export function visitText({ params, path, locale, identity }: Visit): string {
  return encodeState({ session: { params, path, locale, identity } }, { name: 'this' })
}

export function readMeta(text: string): Meta {
  const { visit, ...rest } = JSON.parse(text) as Omit<Meta, 'visit'> & { visit: string }
  return { ...rest, visit: decodeState(visit).fields.session as Visit }
}
