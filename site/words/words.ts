/** Every sentence that the site says in both languages, by the part that says it. Each language fills in all of them. */
import type { ElementWords } from './elements/words.ts'

export type Lang = 'en' | 'es'

export const LANGS: readonly Lang[] = ['en', 'es']

/** The other one. */
export const otherLang = (lang: Lang): Lang => (lang === 'en' ? 'es' : 'en')

/** English stands at the bare paths, Spanish under `/es`. */
export const pathIn = (lang: Lang, path: string) =>
  lang === 'en' ? path : `/es${path === '/' ? '' : path}`

export interface Words {
  readonly lang: Lang
  /** What the elements in a lesson's text say. */
  readonly elements: ElementWords
  readonly tagline: string
  readonly skip: string
  readonly header: {
    readonly main: string
    readonly learn: string
    readonly playground: string
    readonly examples: string
    readonly reference: string
    readonly guides: string
    readonly search: string
    readonly home: string
    /** The link to the repository, and what a screen reader hears of the version behind it. */
    readonly source: string
    version(number: string): string
    readonly useDark: string
    readonly useLight: string
    readonly changeColours: string
    /** The name of the other language in that language, and where the link leads. */
    readonly otherLanguage: string
  }
  readonly bar: {
    place(number: number, of: number): string
    readonly textOrWorkspace: string
    readonly text: string
    readonly workspace: string
    /** The link past the text, for whoever goes by keyboard. */
    readonly toWorkspace: string
    readonly lessons: string
    previous(title: string): string
    next(title: string): string
    readonly notChecked: string
    readonly passed: string
    steps(passed: number, of: number): string
    test(part: number): string
    readonly tested: string
  }
  readonly review: {
    readonly name: string
    /** A link to the cards that are due. */
    due(count: number): string
  }
  readonly list: {
    part(number: number, title: string): string
    readonly passed: string
    minutes(count: number): string
    readonly onlyEnglish: string
  }
  readonly course: {
    /** The button of a lesson that lists all of them. */
    readonly menu: string
    readonly menuTitle: string
    readonly close: string
    readonly overview: string
    readonly begin: string
    readonly goOn: string
    readonly allPassed: string
    passedOf(passed: number, of: number): string
    testOut(part: number): string
    readonly testedOut: string
    readonly onePage: string
    /** The name of that page. */
    readonly onePageTitle: string
    readonly keys: string
    /** What the keys do, in their order. */
    readonly keysDo: readonly (readonly [keys: string, effect: string])[]
    readonly linkHere: string
  }
}
