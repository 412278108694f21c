/** `npm run matrix`: lists clause → test → page for the rows that are claimed done, and fails on a gap or on a clause that is not claimed any more. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from './prepare.mjs'

const { CLAUSES } = await load('test/matrix.ts')
const { REQUIRED } = await load('test/required.ts')
// The table of known defects names titles of other files.
const titles = filesIn(join(root, 'test'))
  .filter((path) => !path.endsWith('defects/table.ts'))
  .flatMap(titlesOf)
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

for (const [row, wanted] of Object.entries(REQUIRED)) {
  const claimed = CLAUSES.filter((clause) => clause.row === row).map(({ clause }) => clause)
  for (const words of wanted) {
    // One word alone would be found in many a sentence: it is the whole clause.
    const isSaid = (clause) => (words.includes(' ') ? clause.includes(words) : clause === words)
    if (claimed.some(isSaid)) continue
    console.log(`${row.padEnd(4)} GAP   no clause says “${words}” (test/required.ts)`)
    gaps++
  }
}

const rows = new Set(CLAUSES.map(({ row }) => row))
console.log(`${rows.size} rows, ${CLAUSES.length} clauses, ${gaps} gaps`)
process.exit(gaps > 0 ? 1 : 0)

async function load(file) {
  const { outputFiles } = await build({
    entryPoints: [join(root, file)],
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
