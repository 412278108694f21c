/** `npm run matrix`: lists clause → test → page for the rows that are claimed done, and fails on a gap. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from './prepare.mjs'

const { CLAUSES } = await loadMatrix()
const titles = filesIn(join(root, 'test')).flatMap(titlesOf)
let gaps = 0

for (const { row, clause, tests, page } of CLAUSES) {
  const [file, words] = page
  const found = tests.map((wanted) => titles.find((title) => wanted.test(title)))
  const missing = tests.filter((_, i) => found[i] === undefined)
  const told = readFileSync(join(root, file), 'utf8').includes(words)
  console.log(`${row.padEnd(4)} ${clause}`)
  for (const title of new Set(found.filter(Boolean))) console.log(`       test  ${title}`)
  console.log(`       page  ${file}: “${words}”`)
  for (const wanted of missing) console.log(`       GAP   no test has a title like ${wanted}`)
  if (!told) console.log(`       GAP   ${file} does not say “${words}”`)
  gaps += missing.length + (told ? 0 : 1)
}

const rows = new Set(CLAUSES.map(({ row }) => row))
console.log(`${rows.size} rows, ${CLAUSES.length} clauses, ${gaps} gaps`)
process.exit(gaps > 0 ? 1 : 0)

async function loadMatrix() {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'test/matrix.ts')],
    write: false,
    format: 'esm',
    logLevel: 'error',
  })
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

// Titles stand as literals: as a test's first argument, or as a row of a table of tests.
function titlesOf(path) {
  const text = readFileSync(path, 'utf8')
  return [...text.matchAll(/(['"`])([AB]\d+ (?:(?!\1)[^\\]|\\.)*)\1/g)].map((match) =>
    match[2].replace(/\\(.)/g, '$1'),
  )
}
