/** What a session keeps beside its components: the visit, chance, ids and deadlines, as one text. */

import type { Answer } from '../protocol/ops.ts'
import type { Answers } from './answers.ts'
import type { Chance } from './clock.ts'
import type { SessionPage, Visit } from './options.ts'
import type { Deadlines } from './place.ts'

export interface Meta {
  visit: Visit
  props: Record<string, unknown>
  chance: number
  ids: number
  title?: string
  deadlines: [string, { method: string; at: number }[]][]
  /** What the tab may not have been told yet. */
  answers?: readonly Answer[]
}

interface Keeper {
  readonly info: Visit
  readonly page: SessionPage
  readonly chance: Chance
  readonly titleText: string | undefined
  readonly deadlines: Deadlines | undefined
  readonly answers: Answers
}

export function metaText(
  { info, page, chance, deadlines, titleText, answers }: Keeper,
  ids: number,
): string {
  const { params, path, locale, identity } = info
  const meta: Meta = {
    visit: { params, path, locale, identity },
    props: page.props as Record<string, unknown>,
    chance: chance.state,
    ids,
    title: titleText,
    deadlines: [...(deadlines ?? [])],
    ...(answers.isEmpty ? {} : { answers: answers.all() }),
  }
  return JSON.stringify(meta)
}

export const readMeta = (text: string): Meta => JSON.parse(text) as Meta
