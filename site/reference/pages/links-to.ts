/** Public names as a list of links, each with the first sentence of what is said of it. */
import { type Lang, pathIn } from '../../words/words.ts'
import type { Link } from '../blocks.ts'
import { referenceData, slugOf } from '../data.ts'
import type { PublicName } from '../names.ts'
import { said } from '../spanish.ts'

export const linksTo = (names: readonly PublicName[], lang: Lang): (Link & { text: string })[] =>
  names.map((one) => {
    const about = said(one.about, lang)
    return {
      href: pathIn(lang, pathOf(one)),
      name: calledAs(one),
      isName: true,
      text: firstSentence(about.text),
      lang: about.lang,
    }
  })

/** As it is written in a text: `form()`, `LiveComponent`. */
export const calledAs = ({ name, kind }: PublicName) => (kind === 'function' ? `${name}()` : name)

/** The bare path of a name's page. */
export const pathOf = (one: PublicName) => `/reference/${slugOf(one, referenceData().names)}`

/** Up to the first full stop before a space, or the first line's end. */
export function firstSentence(text: string): string {
  const [paragraph = ''] = text.split('\n\n')
  const line = paragraph.replace(/\s+/g, ' ').trim()
  return /^.*?[.:](?= [\p{Lu}`"«]|$)/u.exec(line)?.[0].replace(/:$/, '.') ?? line
}
