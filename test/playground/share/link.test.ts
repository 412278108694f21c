/** Shows what a link carries, that every version ever made opens, and what a bad one says. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { deflateSync, strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import {
  decodeLink,
  encodeLink,
  isLink,
  pageOfLink,
  wordOnLength,
} from '../../../playground/share/link.ts'
import { type SharedProject, sumOf } from '../../../playground/share/payload.ts'
import { ShareError } from '../../../playground/share/share-error.ts'
import { TEMPLATES } from '../../../playground/share/templates.ts'

const FIXTURES = new URL('fixtures/', import.meta.url)
const small: SharedProject = {
  files: { 'page.ts': 'export default 1\n' },
  entry: 'page.ts',
  open: 'page.ts',
  engine: '0.1.0',
}

const codeOf = (hash: string) => {
  try {
    decodeLink(hash)
    return 'opened'
  } catch (error) {
    return error instanceof ShareError ? error.code : String(error)
  }
}

const sentenceOf = (hash: string) => {
  try {
    decodeLink(hash)
    return 'opened'
  } catch (error) {
    return error instanceof ShareError ? error.message : String(error)
  }
}

const linkOf = (json: string) =>
  `#1.${Buffer.from(deflateSync(strToU8(json))).toString('base64url')}`

const summed = (payload: object) =>
  linkOf(JSON.stringify({ ...payload, s: sumOf(JSON.stringify(payload)) }))

describe.each(readdirSync(FIXTURES))('links of %s open for ever', { tags: ['B10'] }, (file) => {
  const links = JSON.parse(readFileSync(new URL(file, FIXTURES), 'utf8')) as {
    says: string
    link: string
    project: SharedProject
  }[]
  test.each(links)('a link that $says', ({ link, project }) => {
    expect(decodeLink(link)).toEqual(project)
  })
})

test('templates that links build on never change', { tags: ['B10'] }, () => {
  const sums = Object.entries(TEMPLATES).map(([name, template]) => [
    name,
    createHash('sha256').update(JSON.stringify(template)).digest('hex'),
  ])
  expect(sums).toEqual([
    ['counter-1', 'b8c4d10302dd708b30915eade5544aa2fcbf317099270e8d64d4526cdf59944f'],
    ['counter-2', '4567d92ebda16eb7ec7c2b40f9e68bdade4526899bffc30138d17285d66ff3ff'],
  ])
})

test('a link is a version, a dot and base64url of deflated text', {
  tags: ['B10', 'share-link'],
}, () => {
  expect(encodeLink(small)).toMatch(/^#1\.[A-Za-z0-9_-]+$/)
})

test('a link gives back files, entry, open file and engine version', { tags: ['B10'] }, () => {
  expect(decodeLink(encodeLink(small))).toEqual(small)
})

test('only what differs from the template stands in the link', {
  tags: ['B10', 'share-link'],
}, () => {
  const template = TEMPLATES['counter-1']!
  const edited = {
    files: { ...template.files, 'row.css': 'b {}' },
    entry: template.entry,
    open: 'row.css',
    engine: '0.1.0',
  }
  const link = encodeLink(edited, 'counter-1')
  expect(link.length).toBeLessThan(200)
  expect(decodeLink(link)).toEqual(edited)
})

test('an anchor is no link', () => {
  expect([isLink('#1.abc'), isLink('#top'), isLink('')]).toEqual([true, false, false])
})

test('the same link finds the same copy, another link another', () => {
  const link = encodeLink(small)
  const other = encodeLink({ ...small, open: 'page.ts', engine: '0.1.1' })
  expect(pageOfLink(link)).toBe(pageOfLink(link))
  expect(pageOfLink(link)).not.toBe(pageOfLink(other))
})

test('a link cut anywhere never opens and never throws anything but its sentence', () => {
  const link = encodeLink(small)
  const codes = new Set<string>()
  for (let end = 4; end < link.length; end += 1) codes.add(codeOf(link.slice(0, end)))
  expect([...codes].sort()).toEqual(['link-truncated'])
})

test('a link with any one letter changed never opens as something else', () => {
  const link = encodeLink(small)
  for (let at = 3; at < link.length - 1; at += 1) {
    const other = link[at] === 'A' ? 'B' : 'A'
    expect(codeOf(link.slice(0, at) + other + link.slice(at + 1)), `letter ${at}`).toMatch(
      /^link-(damaged|truncated|foreign|too-big)$/,
    )
  }
})

test.each([
  ['#1.', 'This link carries no code: everything after its dot is missing.'],
  [
    '#2.AAAA',
    'This link has the form 2, and this Telar reads form 1. It was made by a newer one: open it where it was made.',
  ],
  [
    '#1.abc%20def',
    'This link has "%" in it, which no link of ours has: text around it was copied along, or a program changed it. Copy the link alone.',
  ],
  [
    encodeLink(small).slice(0, -20),
    'This link stops before its end: a program cut it. Copy it whole from where it was sent.',
  ],
  [
    '#1._____',
    'This link stops before its end: a program cut it. Copy it whole from where it was sent.',
  ],
  [
    '#1.________',
    'This link was changed on its way and cannot be read. Copy it anew from where it was sent.',
  ],
  [
    linkOf('{"hello":"world"}'),
    'This link was not made by Telar, or not for its playground: it carries no sum. Your own work is untouched.',
  ],
  [
    linkOf('plain text'),
    'This link was not made by Telar, or not for its playground: it is no record of files. Your own work is untouched.',
  ],
  [
    summed({ e: '0.1.0', f: { 'a.ts': 7 }, n: 'a.ts', o: 'a.ts' }),
    'This link was not made by Telar, or not for its playground: its file a.ts is no text. Your own work is untouched.',
  ],
  [
    summed({ e: '0.1.0', f: { 'a.ts': '' }, n: 'b.ts', o: 'a.ts' }),
    'This link was not made by Telar, or not for its playground: the file it starts from, b.ts, is not in it. Your own work is untouched.',
  ],
  [
    summed({ e: '0.1.0', f: { '../a.ts': '' }, n: '../a.ts', o: '../a.ts' }),
    'This link has a file that cannot stand here. “../a.ts” has a folder in it. Files stand side by side here: leave the folder out.',
  ],
  [
    summed({ e: '9.0.0', t: 'board-3', f: {}, n: 'a.ts', o: 'a.ts' }),
    'This link builds on a project named "board-3", which this Telar does not have. It was made by a newer one: open it where it was made.',
  ],
])('%s is refused in a sentence', (hash, sentence) => {
  expect(sentenceOf(hash)).toBe(sentence)
})

test('a link that names what every object has is no template', () => {
  expect(
    codeOf(summed({ e: '0', t: 'constructor', f: { 'a.ts': '' }, n: 'a.ts', o: 'a.ts' })),
  ).toBe('link-newer')
})

test('an inflate bomb is stopped at one megabyte', { tags: ['B11', 'link-limits'] }, () => {
  const bomb = `#1.${Buffer.from(deflateSync(new Uint8Array(64 * 1024 * 1024))).toString('base64url')}`
  const before = process.memoryUsage().arrayBuffers
  expect(sentenceOf(bomb)).toBe(
    'This link grows to more than 1 MB when it is opened, so it stays closed. No link made here does that.',
  )
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024)
})

test('files too big for a link are told before it is made', () => {
  const big = { ...small, files: { 'page.ts': 'x'.repeat(1_200_000) } }
  expect(() => encodeLink(big)).toThrow(
    'These files are 1.1 MB together; a link carries up to 1 MB. Take some text out before you share.',
  )
})

test('a link too long for chat programs says so', { tags: ['B10'] }, () => {
  expect(wordOnLength(`https://telar.test/playground${encodeLink(small)}`)).toBeNull()
  expect(wordOnLength('x'.repeat(3412))).toBe(
    'The link is 3,412 characters long, and some chat programs cut links after about 2,000. Open it once where you paste it to see that it is whole.',
  )
})
