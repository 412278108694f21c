/** Names that a guide must tell: what is added to one of these lists is told where readers look. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ComponentDriver } from '../../engine/index.ts'
import { DRIVE_KINDS, MODIFIERS, READ_KINDS, SIGNALS } from '../../engine/protocol/names.ts'
import { LIVE_WORDS } from '../../playground/editor/live-words.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

test('the guide and the editor explain every modifier of lv-', { tags: ['A16'] }, () => {
  const events = section(read('engine/README.md'), 'Events')
  const inEditor = LIVE_WORDS.map(({ name }) => name)
  for (const name of MODIFIERS) {
    expect(events, 'engine/README.md').toContain(`\`lv-${name}`)
    expect(inEditor, 'playground/editor/live-words.ts').toContain(`lv-${name}`)
  }
})

test('the guide names every call of a driver', { tags: ['A16'] }, () => {
  const driver = section(read('engine/README.md'), 'The driver')
  const calls = Object.getOwnPropertyNames(ComponentDriver.prototype)
  const internal = ['constructor', 'attach', 'write', 'read', 'reach']
  for (const call of calls.filter((name) => !internal.includes(name)))
    expect(driver).toMatch(new RegExp(`\\b${call}\\b`))
})

test('the wire’s guide has the number of every kind of drive, read and signal', {
  tags: ['A16'],
}, () => {
  const wire = read('engine/protocol/README.md')
  const told = (kinds: string) =>
    [
      ...(new RegExp(`^\\*\\*Kinds of ${kinds}\\*\\*: (.*)`, 'm').exec(wire)?.[1] ?? '').matchAll(
        /(\d+) (\w+)/g,
      ),
    ].map(([, number, name]) => [Number(number), name])
  const numbered = (kinds: readonly string[]) =>
    kinds.map((name, number) => [number, name]).slice(1)
  expect(told('drive')).toEqual(numbered(DRIVE_KINDS))
  expect(told('read')).toEqual(numbered(READ_KINDS))
  const signals = Object.entries(SIGNALS).map(([name, number]) => [number, name])
  expect(told('signal')).toEqual(expect.arrayContaining(signals))
})

function section(guide: string, title: string): string {
  const [, text = ''] = guide.split(`\n## ${title}\n`)
  return text.split('\n## ')[0] ?? ''
}
