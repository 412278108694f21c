/** Examples with their pictures, and what can be done with each. */
import { EXAMPLES, type Example } from '../examples/catalog.ts'
import { examplesWords } from '../words/examples/of.ts'
import { type Lang, pathIn } from '../words/words.ts'
import style from './example-list.module.css'

interface ExampleListProps {
  lang: Lang
  /** The level of the headings of the examples. */
  level: 2 | 3
  /** The home has no room for reasons. */
  short?: boolean
}

export function ExampleList({ lang, level, short = false }: ExampleListProps) {
  return (
    <ul className={style.list}>
      {EXAMPLES.map((example) => (
        <Item key={example.slug} example={example} lang={lang} level={level} short={short} />
      ))}
    </ul>
  )
}

function Item({ example, lang, level, short }: ExampleListProps & { example: Example }) {
  const { slug, about, lesson } = example
  const { title, says, stays } = about[lang]
  const words = examplesWords(lang)
  const Heading = `h${level}` as const
  // The running pages speak English.
  const foreign = lang === 'en' ? undefined : 'en'
  return (
    <li className={style.item}>
      <Picture slug={slug} alt={words.picture(title)} />
      <Heading>
        <a href={`/examples/${slug}/`} hrefLang={foreign}>
          {title}
        </a>
      </Heading>
      <p>
        {says}
        {stays && !short && ` ${words.stays} ${lowerFirst(stays)}`}
      </p>
      <p className={style.ways}>
        {!stays && (
          <a href={pathIn(lang, `/playground/${slug}`)} aria-label={words.changeIt(title)}>
            {words.change}
          </a>
        )}
        <a href={pathIn(lang, `/examples/${slug}/source`)} aria-label={words.sourceOf(title)}>
          {words.source}
        </a>
        {lesson && (
          <a href={pathIn(lang, `/learn/${slug}`)} aria-label={words.lessonOf(title)}>
            {words.lesson}
          </a>
        )}
      </p>
    </li>
  )
}

const lowerFirst = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1)

/** One for each theme; the style sheet shows the one that the reader has, and only that one is loaded. */
function Picture({ slug, alt }: { slug: string; alt: string }) {
  return (['light', 'dark'] as const).map((theme) => (
    <img
      key={theme}
      src={`/pictures/${slug}-${theme}.webp`}
      alt={alt}
      width={640}
      height={400}
      loading="lazy"
      decoding="async"
      className={style[theme]}
    />
  ))
}
