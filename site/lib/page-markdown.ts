/** Pages that are no lesson as Markdown: the home, the course's contents, the examples, the changes. */
import { EXAMPLES, type Example } from '../examples/catalog.ts'
import { examplesWords } from '../words/examples/of.ts'
import { homeWords } from '../words/home/of.ts'
import { wordsOf } from '../words/of.ts'
import { type Lang, pathIn } from '../words/words.ts'
import { changelogText } from './changelog.ts'
import { exampleFile } from './example-projects.ts'
import { listParts } from './lessons.ts'

const PAGES: Readonly<Record<string, (lang: Lang) => string>> = {
  index: homeMarkdown,
  learn: courseMarkdown,
  examples: examplesMarkdown,
  changelog: () => changelogText(),
}

const SOURCE = 'source-'

/** `source-chat` is the source of an example. */
export const markdownNames = (): string[] => [
  ...Object.keys(PAGES),
  ...EXAMPLES.map(({ slug }) => SOURCE + slug),
]

/** Undefined if no page has that name. */
export function pageMarkdown(name: string, lang: Lang): string | undefined {
  const example = EXAMPLES.find(({ slug }) => SOURCE + slug === name)
  return example ? sourceMarkdown(example, lang) : PAGES[name]?.(lang)
}

const link = (lang: Lang, path: string, name: string) => `[${name}](${pathIn(lang, path)})`

function homeMarkdown(lang: Lang): string {
  const { headline, forNew, forKnowing, caption, proof, fit, ways } = homeWords(lang)
  const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n')
  return `# ${headline}

${forNew}

${forKnowing}

${fence('cloth.ts')}

${caption}

## ${proof.title}

${list(proof.figures.map(({ value, of, method }) => `**${value}** ${of} (\`${method}\`)`))}

## ${fit.title}

**${fit.good.title}**

${list(fit.good.list)}

**${fit.bad.title}**

${list(fit.bad.list)}

## ${ways.title}

${list(ways.list.map(({ path, name, says }) => `${link(lang, path, name)}: ${says}`))}
`
}

function courseMarkdown(lang: Lang): string {
  const { learn, list } = wordsOf(lang)
  const parts = listParts(lang).map(({ number, title, lessons }) => {
    const lines = lessons.map(
      (lesson) =>
        `${lesson.number}. ${link(lesson.lang, `/learn/${lesson.slug}`, lesson.title)}: ${lesson.goal}`,
    )
    return `## ${list.part(number, title)}\n\n${lines.join('\n')}\n`
  })
  return [`# ${learn.title}\n`, `${learn.lead}\n`, ...parts].join('\n')
}

function examplesMarkdown(lang: Lang): string {
  const { title, lead } = examplesWords(lang)
  const lines = EXAMPLES.map(
    ({ slug, about }) =>
      `- ${link(lang, `/examples/${slug}/source`, about[lang].title)}: ${about[lang].says}`,
  )
  return `# ${title}\n\n${lead}\n\n${lines.join('\n')}\n`
}

function sourceMarkdown({ about, files }: Example, lang: Lang): string {
  const { title, says } = about[lang]
  const blocks = files.map((file) => `## ${file}\n\n${fence(file)}\n`)
  return [`# ${title}\n`, `${says}\n`, ...blocks].join('\n')
}

/** A fence that is longer than any in the file. */
function fence(file: string): string {
  const text = exampleFile(file).trimEnd()
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length))
  const ticks = '`'.repeat(longest + 1)
  return `${ticks}${file.split('.').at(-1)}\n${text}\n${ticks}`
}
