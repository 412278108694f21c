/** Makes a program of a reader's files: they stand in src/, and beside it the pages and the test that the playground did without. */

/** The files of a workspace; `entry` has the default export. */
export interface ReadersCode {
  readonly files: Readonly<Record<string, string>>
  readonly entry: string
}

/** Path → text of the reader's own files and of what belongs to them. */
export function readersFiles({ files, entry }: ReadersCode): Record<string, string> {
  const isPages = exportsPages(files[entry] ?? '')
  const own = Object.entries(files).map(([name, text]) => [`src/${name}`, text])
  return {
    ...Object.fromEntries(own),
    'pages.ts': pagesModule(files, entry, isPages),
    'pages.test.ts': isPages ? TEST_OF_PAGES : TEST_OF_COMPONENT,
  }
}

/** The name of a project that is made of this code. It ends so that it is never that of a package in it. */
export function projectName({ entry }: Pick<ReadersCode, 'entry'>): string {
  const stem = entry.replace(/\.[a-z]+$/, '').toLowerCase()
  return `${stem.replaceAll(/[^a-z0-9-]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'my'}-app`
}

/** Whether the default export is made by `page()`, and is no component or layout. */
function exportsPages(code: string): boolean {
  const [, name] = /^export default (\w+)\s*;?\s*$/m.exec(code) ?? []
  const made = name
    ? new RegExp(`^(?:export )?const ${name}\\b[^=]*=\\s*(\\[|page\\()`, 'm')
    : /^export default (\[|page\()/m
  return made.test(code)
}

// As in the playground: all style sheets of the project, by name.
function pagesModule(files: ReadersCode['files'], entry: string, isPages: boolean): string {
  const sheets = Object.keys(files)
    .filter((name) => name.endsWith('.css'))
    .sort()
  const names = sheets.map((_, i) => (sheets.length === 1 ? 'style' : `style${i + 1}`))
  const css = names.join(' + ')
  const imports = [
    ...(isPages ? [] : ["import { page } from 'telar'"]),
    ...sheets.map((sheet, i) => `import ${names[i]} from './src/${sheet}'`),
    `import view from './src/${entry}'`,
  ]
  const shown = isPages
    ? css
      ? `[view].flat().map((one) => ({ ...one, css: (one.css ?? '') + ${css} }))`
      : '[view].flat()'
    : `[page('/', view, { title: '${titleOf(entry)}'${css && `, css: ${css}`} })]`
  return `/** All pages, by their paths. */
${imports.join('\n')}

export const pages = ${shown}
`
}

function titleOf(entry: string): string {
  const name = entry.replace(/\.[a-z]+$/, '').replaceAll('-', ' ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

const TEST_OF_COMPONENT = `/** A visitor opens the page. Add what they do next: tab.click(byRole('button', { name: 'Add' })). */
import { visit } from 'telar/testing'
import { expect, test } from 'vitest'
import { pages } from './pages.ts'

test('the page shows the component', async () => {
  const tab = await visit('/', { pages })
  expect(tab.status).toBe(200)
  expect(tab.html()).toMatch(/<[a-z]/)
})
`

const TEST_OF_PAGES = `/** A visitor opens each page whose path has no parameters. */
import { visit } from 'telar/testing'
import { expect, test } from 'vitest'
import { pages } from './pages.ts'

const paths = pages.map(({ path }) => path).filter((path) => !path.includes(':'))

test.each(paths)('%s is shown', async (path) => {
  const tab = await visit(path, { pages })
  expect(tab.status).toBe(200)
  expect(tab.html()).toMatch(/<[a-z]/)
})
`
