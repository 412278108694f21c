/** Shows what a link carries, that every version ever made opens, and what a bad one says. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { deflateSync, strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import {
  decodeLink,
  encodeLink,
  isLink,
  LONG_FOR_CHAT,
  pageOfLink,
} from '../../../playground/share/link.ts'
import { type SharedProject, sumOf } from '../../../playground/share/payload.ts'
import { ShareError } from '../../../playground/share/share-error.ts'
import { TEMPLATES } from '../../../playground/share/templates.ts'
import { words } from '../../../playground/ui/words/en/index.ts'

const FIXTURES = new URL('fixtures/', import.meta.url)
const small: SharedProject = {
  files: { 'page.ts': 'export default 1\n' },
  entry: 'page.ts',
  open: 'page.ts',
  engine: '0.1.0',
}

const refusalOf = (hash: string): ShareError | undefined => {
  try {
    decodeLink(hash)
    return undefined
  } catch (error) {
    if (error instanceof ShareError) return error
    throw error
  }
}

const codeOf = (hash: string) => refusalOf(hash)?.code ?? 'opened'

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

test.each<[string, string, string?]>([
  ['#1.', 'link-empty'],
  ['#2.AAAA', 'link-newer'],
  ['#1.abc%20def', 'link-letters'],
  [encodeLink(small).slice(0, -20), 'link-truncated'],
  ['#1._____', 'link-truncated'],
  ['#1.________', 'link-damaged'],
  [linkOf('{"hello":"world"}'), 'link-foreign', 'it has no checksum'],
  [linkOf('plain text'), 'link-foreign', 'it holds no files'],
  [
    summed({ e: '0.1.0', f: { 'a.ts': 7 }, n: 'a.ts', o: 'a.ts' }),
    'link-foreign',
    'its file a.ts is not text',
  ],
  [
    summed({ e: '0.1.0', f: { 'a.ts': '' }, n: 'b.ts', o: 'a.ts' }),
    'link-foreign',
    'b.ts, is not in it',
  ],
  [
    summed({ e: '0.1.0', f: { '../a.ts': '' }, n: '../a.ts', o: '../a.ts' }),
    'link-file-name',
    'received “../a.ts”',
  ],
  [
    summed({ e: '9.0.0', t: 'board-3', f: {}, n: 'a.ts', o: 'a.ts' }),
    'link-newer',
    'received a link to "board-3"',
  ],
])('%s is refused in a sentence', (hash, code, part = '') => {
  const refused = refusalOf(hash)
  expect(refused?.code).toBe(code)
  expect(refused?.message).toContain(part)
})

test('a link that names what every object has is no template', () => {
  expect(
    codeOf(summed({ e: '0', t: 'constructor', f: { 'a.ts': '' }, n: 'a.ts', o: 'a.ts' })),
  ).toBe('link-newer')
})

test('an inflate bomb is stopped at one megabyte', { tags: ['B11', 'link-limits'] }, () => {
  const bomb = `#1.${Buffer.from(deflateSync(new Uint8Array(64 * 1024 * 1024))).toString('base64url')}`
  const before = process.memoryUsage().arrayBuffers
  expect(codeOf(bomb)).toBe('link-too-big')
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024)
})

test('files too big for a link are told before it is made', () => {
  const big = { ...small, files: { 'page.ts': 'x'.repeat(1_200_000) } }
  expect(() => encodeLink(big)).toThrow('at most 1 MB for a link, received 1.1 MB')
})

test('a link too long for chat programs says so', { tags: ['B10'] }, () => {
  expect(`https://telar.test/playground${encodeLink(small)}`.length).toBeLessThan(LONG_FOR_CHAT)
  expect(words.share.long(3412, LONG_FOR_CHAT)).toBe(
    'The link is 3,412 characters long, and some chat programs cut links after about 2,000. Open it once where you paste it to see that it is whole.',
  )
})
