/** B10: links open in spite of what mailers and chat programs make of them. */
import { expect, test } from 'vitest'
import { encodeLink, isLink, openLink } from '../../../playground/share/link.ts'
import { addressMeant } from '../../../site/lib/meant-address.ts'

const shared = {
  files: { 'page.ts': `export default ${JSON.stringify('Ada – Grace '.repeat(9))}\n` },
  entry: 'page.ts',
  open: 'page.ts',
  engine: '0.1.0',
}
const link = encodeLink(shared)
const letters = link.slice(3)
const middle = 40

test.each([
  ['is whole', link],
  ['ends a sentence', `${link}.`],
  ['stands in brackets', `${link})`],
  ['stands in brackets and ends a sentence', `${link}).`],
  ['stands in angle brackets', `${link}>`],
  ['stands in angle brackets that were encoded', `${link}%3E`],
  ['stands in angle brackets of HTML', `${link}&gt;`],
  ['stands in quotes', `${link}"`],
  ['stands in typographic quotes', `${link}”`],
  ['stands in encoded typographic quotes', `${link}%E2%80%9D`],
  ['has a comma behind it', `${link}, see there`],
  ['was made bold', `${link}**`],
  ['was made slanted', `${link}_`],
  ['has a tracking parameter', `${link}?utm_source=mail&utm_medium=letter`],
  ['has one as an entity', `${link}&amp;fbclid=IwAR0_x-1`],
  ['had its dot encoded', `#1%2E${letters}`],
  ['had its dot encoded twice', `#1%252E${letters}`],
  ['had its number encoded', `#%31.${letters}`],
  ['had its dashes and underscores encoded', link.replaceAll('-', '%2D').replaceAll('_', '%5F')],
  ['was wrapped', `#1.${letters.slice(0, middle)}\n${letters.slice(middle)}`],
  ['was wrapped and encoded', `#1.${letters.slice(0, middle)}%0D%0A%20${letters.slice(middle)}`],
  ['was wrapped by a mailer', `#1.${letters.slice(0, middle)}=\n${letters.slice(middle)}`],
  [
    'was wrapped and has words behind it',
    `#1.${letters.slice(0, middle)}\n${letters.slice(middle)}>`,
  ],
  ['got spaces of no width', `#1.${letters.slice(0, middle)}\u200b${letters.slice(middle)}`],
  ['got such spaces encoded', `#1.${letters.slice(0, middle)}%E2%80%8B${letters.slice(middle)}`],
  ['begins with an angle bracket', `#<1.${letters}>`],
  ['got a second #', `#${link}`],
])('a link that %s opens, as the same copy', { tags: ['B10'] }, (_, mangled) => {
  expect(isLink(mangled)).toBe(true)
  expect(openLink(mangled)).toEqual({ hash: link, shared })
})

test.each([
  ['/playground%231.abc', '/playground#1.abc'],
  ['/playground/%231.abc', '/playground#1.abc'],
  ['/playground%25231.abc', '/playground#1.abc'],
  ['/learn/counter%23top', '/learn/counter#top'],
])(
  'an address whose # was encoded leads to what was meant: %s',
  { tags: ['B10'] },
  (url, meant) => {
    expect(addressMeant(url)).toBe(meant)
  },
)

test.each(['/playground', '/learn/%E0%A4%A', '//evil.example%23a', '/%23'])(
  'any other address is left alone: %s',
  (url) => {
    expect(addressMeant(url)).toBeUndefined()
  },
)

test('a link that is cut in spite of all says so', () => {
  expect(() => openLink(`${link.slice(0, -20)}.`)).toThrow('Expected a whole link')
})
