/** The sentences of a check in the language of the page: its translations, and what has none as it is. */
import type { StepResult } from '../container/types.ts'

/** A lesson's `check.es.json`. `says` has hints, failure templates and sentences of `play` by their English. */
export interface CheckWords {
  readonly titles: Readonly<Record<string, string>>
  readonly says: Readonly<Record<string, string>>
}

/** A sentence, and its language if that is not the page's. */
export interface Sentence {
  readonly text: string
  readonly lang?: 'en'
}

export interface StepSentences {
  readonly title: Sentence
  readonly message?: Sentence
  readonly hint?: Sentence
}

type Acts = NonNullable<StepResult['play']>

/** `words` is undefined on an English page: everything is said as the check wrote it. */
export function sentencesOf(step: StepResult, words: CheckWords | undefined): StepSentences {
  const { id, title, message, hint, failure } = step
  return {
    title: translated(title, words, words?.titles[id]),
    ...(message !== undefined && {
      message: translated(
        message,
        words,
        failure && filled(words?.says[failure.template], failure.values),
      ),
    }),
    ...(hint !== undefined && { hint: translated(hint, words, words?.says[hint]) }),
  }
}

/** The acts of a counter-example with their captions in the page's language. */
export const actsIn = (acts: Acts, words: CheckWords | undefined): Acts =>
  acts.map((act) => ('say' in act ? { say: words?.says[act.say] ?? act.say } : act))

function translated(
  english: string,
  words: CheckWords | undefined,
  found: string | undefined,
): Sentence {
  if (!words) return { text: english }
  return found === undefined ? { text: english, lang: 'en' } : { text: found }
}

const filled = (template: string | undefined, values: readonly string[]) =>
  template?.replace(/\{(\d+)\}/g, (place, at) => values[Number(at)] ?? place)
