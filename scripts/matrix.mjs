/** `npm run matrix`: lists clause → test → page for the rows that are claimed done, and fails on a gap or on a clause that is not claimed any more. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from './prepare.mjs'
import { taggedTests } from './tagged.mjs'

const { CLAUSES: clauses } = await load('test/matrix.ts')
const { REQUIRED: required } = await load('test/required.ts')
const { TAGS: tags } = await load('test/tags.ts')
const { gapsOf } = await load('test/gaps.ts')
const tests = taggedTests(join(root, 'test'))

for (const { row, tag, clause, page } of clauses) {
  console.log(`${row.padEnd(4)} ${clause} (${tag})`)
  for (const { title, tags, file } of tests) {
    if (tags.includes(tag)) console.log(`       test  ${file} › ${title}`)
  }
  console.log(`       page  ${page.join(': ')}`)
}

const gaps = gapsOf({ clauses, required, tags }, tests, (file) =>
  readFileSync(join(root, file), 'utf8'),
)
for (const gap of gaps) console.log(`GAP    ${gap}`)
const rows = new Set(clauses.map(({ row }) => row))
console.log(`${rows.size} rows, ${clauses.length} clauses, ${gaps.length} gaps`)
process.exit(gaps.length > 0 ? 1 : 0)

async function load(file) {
  const { outputFiles } = await build({
    entryPoints: [join(root, file)],
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'error',
  })
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)
}
