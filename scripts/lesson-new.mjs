/** `npm run lesson:new -- 36-name "Title" --part 8`: makes the folder of a lesson, with files that pass their own proof but for what only an author can write. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { filesOfLesson } from './lesson-template.mjs'

const lessons = fileURLToPath(new URL('../lessons', import.meta.url))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { part: { type: 'string' }, into: { type: 'string' } },
})
const folder = values.into ?? lessons
const [name = '', title = ''] = positionals
const part = Number(values.part)
const parts = JSON.parse(readFileSync(join(lessons, 'parts.json'), 'utf8'))
const [, number, slug] = /^(\d\d)-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(name) ?? []

if (!slug) refuse(`Expected a name like 36-name, received “${name}”. Put the number first.`)
if (!title) refuse('Expected a title, received none. Write it in quotes behind the name.')
if (!parts.some((one) => one.number === part))
  refuse(
    `Expected --part to be one of ${parts.map((one) => one.number).join(', ')}, received “${values.part ?? ''}”. Choose one of lessons/parts.json.`,
  )
const taken = readdirSync(folder).find(
  (other) => other.slice(3) === slug || other.slice(0, 2) === number,
)
if (taken)
  refuse(`Expected a free number and a free slug, received ${name} beside ${taken}. Choose others.`)

for (const [file, text] of Object.entries(filesOfLesson({ slug, title, part }))) {
  const path = join(folder, name, file)
  mkdirSync(dirname(path), { recursive: true })
  if (!existsSync(path)) writeFileSync(path, text)
}
console.log(`lessons/${name} is there: a bell that the reader teaches to ring. Make it yours.

  npm run lesson:dev -- ${number}   the page, and its proof after each change
  npm run lessons -- ${number}      the proof, once

How to write a lesson well: lessons/WRITING.md. What each file is: lessons/README.md.`)

function refuse(sentence) {
  console.error(sentence)
  process.exit(1)
}
