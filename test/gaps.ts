/** What is missing between the matrix, the tests and the pages. */
import type { Clause } from './matrix.ts'

interface Claims {
  clauses: readonly Clause[]
  /** Row → tags of the clauses that it must have. */
  required: Readonly<Record<string, readonly string[]>>
  /** Every tag that is declared. */
  tags: readonly { name: string }[]
}

interface Tagged {
  title: string
  tags: readonly string[]
  file: string
}

/** One sentence for each gap; `read` gives the text of a page. */
export function gapsOf(
  { clauses, required, tags }: Claims,
  tests: readonly Tagged[],
  read: (file: string) => string,
): string[] {
  const names = tags.map(({ name }) => name)
  const carried = new Set(tests.flatMap((test) => test.tags))
  return [
    ...clauses.filter(({ tag }) => !carried.has(tag)).map(({ tag }) => `No test carries ${tag}.`),
    ...clauses.flatMap(({ tag, page: [file, mark] }) => {
      if (!isMark(mark)) return `${tag}: “${mark}” is prose. Name a heading, a row or code.`
      return stands(mark, read(file)) ? [] : `${tag}: ${file} has no ${mark}.`
    }),
    ...Object.entries(required).flatMap(([row, wanted]) =>
      wanted
        .filter((tag) => !clauses.some((clause) => clause.row === row && clause.tag === tag))
        .map((tag) => `${row} has no clause ${tag} (test/required.ts).`),
    ),
    ...names
      .filter((name, i) => names.indexOf(name) < i)
      .map((name) => `${name} is declared more than once.`),
    // Vitest refuses these itself; Playwright takes any.
    ...tests.flatMap(({ title, file, tags }) =>
      tags
        .filter((tag) => !names.includes(tag))
        .map((tag) => `${file} › ${title}: ${tag} is not declared.`),
    ),
  ]
}

// Sentences are rewritten; headings, names of paragraphs, rows of tables and code stay.
const isMark = (mark: string) => /^(#+ |\*\*|`|\| )/.test(mark)

const stands = (mark: string, text: string) =>
  mark.startsWith('#') ? text.split('\n').includes(mark) : text.includes(mark)
