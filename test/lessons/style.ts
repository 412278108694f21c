/** The rules of prose: plain, second person, in its own language, sentences that can be read at once. */
import matter from 'gray-matter'
import { fault, type Rule } from './fault.ts'
import { has, type Lesson, read } from './lesson.ts'
import {
  attributesOf,
  elementsIn,
  fileOf,
  type Language,
  lineOf,
  type Node,
  passagesOf,
  textsOf,
  walk,
  wordsIn,
} from './mdx.ts'
import { checksOf, sentencesOf, type Translations } from './sentences.ts'
import { checkOf } from './trial.ts'
import { wordsOf } from './words.ts'

/** Something that a reader reads as one. */
interface Passage {
  readonly file: string
  readonly line?: number
  readonly language: Language
  readonly text: string
}

export const plainlySaid: Rule = async (lesson) =>
  (await passagesIn(lesson)).flatMap(({ file, line, language, text }) =>
    [...REFUSED.all, ...REFUSED[language]].flatMap(([pattern, instead]) => {
      const [found] = pattern.exec(text) ?? []
      return found
        ? [fault(file, `Expected ${instead}, received “${found}” in: ${start(text)}`, line)]
        : []
    }),
  )

export const shortSentences: Rule = async (lesson) =>
  (await passagesIn(lesson)).flatMap(({ file, line, text }) =>
    sentencesIn(text).flatMap((sentence) => {
      const { length } = wordsOf(sentence)
      return length <= LONGEST
        ? []
        : [
            fault(
              file,
              `Expected sentences of at most ${LONGEST} words, received ${length}: ${sentence}`,
              line,
            ),
          ]
    }),
  )

export const ownLanguage: Rule = async (lesson) =>
  (await passagesIn(lesson)).flatMap(({ file, line, language, text }) =>
    sentencesIn(text)
      .filter((sentence) => languageOf(sentence) === other(language))
      .map((sentence) =>
        fault(
          file,
          `Expected ${NAMES[language]}, received ${NAMES[other(language)]}: ${sentence}`,
          line,
        ),
      ),
  )

const LONGEST = 40

const NAMES = { en: 'English', es: 'Spanish' }
const other = (language: Language): Language => (language === 'en' ? 'es' : 'en')

const word = (words: string) => new RegExp(`(?<![\\p{L}’'])(?:${words})(?![\\p{L}])`, 'iu')

/** What is not written, and what is expected in its place. */
const REFUSED: Record<Language | 'all', readonly (readonly [RegExp, string])[]> = {
  all: [[/[!¡](?![=\w])/, 'no exclamation mark']],
  en: [
    [word('simply|just|obviously'), 'no word that makes it smaller than it is to a reader'],
    [word("we|us|our|ours|let’s|let's"), 'the second person'],
  ],
  es: [
    [
      word('simplemente|obviamente|solo hay que|sólo hay que|tan solo tienes que'),
      'no word that makes it smaller than it is to a reader',
    ],
    [
      word('nosotros|nuestr[oa]s?|vamos a|veamos|hagamos|podemos|tenemos|usamos|vemos'),
      'the second person',
    ],
    [word('usted|ustedes|vosotr[oa]s|vuestr[oa]s?|os'), 'tú'],
  ],
}

const start = (text: string) => (text.length > 90 ? `${text.slice(0, 90)}…` : text)

/** All that can be read of a lesson, without code. */
async function passagesIn(lesson: Lesson): Promise<Passage[]> {
  const prose = textsOf(lesson).flatMap(({ file, language, tree }) =>
    passagesOf(tree, shownTextsIn(tree)).map((node) => ({
      file,
      language,
      line: lineOf(node),
      text: unquoted(wordsIn(node, { code: false })),
    })),
  )
  const heads = (['en', 'es'] as const).flatMap((language) => {
    const file = fileOf(language)
    if (!has(lesson, file)) return []
    const { title = '', goal = '' } = matter(read(lesson, file)).data
    return [title, goal].map((text) => ({ file, language, line: 1, text: String(text) }))
  })
  return [...heads, ...prose, ...(await saidByChecks(lesson))]
}

async function saidByChecks(lesson: Lesson): Promise<Passage[]> {
  const english: Passage[] = []
  for (const file of checksOf(lesson)) {
    const { steps } = await checkOf(lesson, file)
    english.push(...steps.map(({ title }) => ({ file, language: 'en' as const, text: title })))
  }
  for (const { file, line, text } of await sentencesOf(lesson))
    english.push({ file, line, language: 'en', text })
  const file = 'check.es.json'
  const { titles = {}, says = {} } = has(lesson, file)
    ? (JSON.parse(read(lesson, file)) as Partial<Translations>)
    : {}
  const spanish = [...Object.values(titles), ...Object.values(says)].map((text) => ({
    file,
    language: 'es' as const,
    text,
  }))
  return [...english, ...spanish].map((one) => ({ ...one, text: unquoted(one.text) }))
}

/** Choices of a prediction about what the page will say: they are its words, in whatever language. */
const shownTextsIn = (tree: Node): Node[] =>
  elementsIn(tree, 'Predict')
    .filter((node) => attributesOf(node).measure === 'text')
    .flatMap((node) => elementsIn(node, 'Choice').flatMap((choice) => [...walk(choice)]))

// What stands in quotes is what the page says, in whatever language.
export const unquoted = (text: string) =>
  text
    .replace(/[“«][^”»]*[”»]/g, '“…”')
    .replace(/\s+/g, ' ')
    .trim()

export const sentencesIn = (text: string) =>
  text.split(/(?<=[.?:;…])\s+/).filter((one) => one !== '')

/** Undefined if too few words tell. */
export function languageOf(sentence: string): Language | undefined {
  const words = wordsOf(sentence.toLowerCase()).map((one) => one.replace(/[^\p{L}’]/gu, ''))
  const count = (those: ReadonlySet<string>) => words.filter((one) => those.has(one)).length
  const [en, es] = [count(TELLING.en), count(TELLING.es)]
  if (words.length < 4 || Math.abs(en - es) < 2) return undefined
  return en > es ? 'en' : 'es'
}

/** Frequent words that the other language does not have. */
const TELLING: Record<Language, ReadonlySet<string>> = {
  en: new Set(
    'the and of to in is it that you your with for as on are this be at by from or have which not but what when there one does will only its an into each where they their them was has if than then so it’s doesn’t still same'.split(
      ' ',
    ),
  ),
  es: new Set(
    'el la los las un una unos unas de del que y en es por con para lo se su sus al como más o pero este esta esto ese esa hay cuando donde cada solo sin sobre ya muy si te tu tus también porque entre desde hasta está son ser tiene'.split(
      ' ',
    ),
  ),
}
