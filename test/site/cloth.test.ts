/** The board of the home: shared by all visitors, bounded, and safe for eyes. */
import { expect, test } from 'vitest'
import { byRole, visit } from '../../engine/testing/index.ts'
import Cloth from '../../site/examples/cloth.ts'
import { cloth, wordsAt } from '../../site/examples/cloth-squares.ts'

const DYED = '.cloth button:nth-child(3)[data-dye="3"]'

test('a press dyes the square for every visitor, in the words of each one’s language', async () => {
  const ana = await visit(Cloth)
  const berta = await ana.another()
  expect(ana.text('p')).toBe('2 people are here')
  await ana.click(byRole('button', { name: 'Square 3, madder red' }))
  expect([ana.has(DYED), berta.has(DYED)]).toEqual([true, true])
  expect(berta.frames[0]?.ops.map(({ op }) => op)).not.toContain('replace')
})

test('a square rests after a press, so nobody makes it flash', () => {
  const before = cloth.dyes()[9]!
  expect(cloth.dye(9, 10_000)).toBe(true)
  expect(cloth.dye(9, 10_499)).toBe(false)
  expect(cloth.dye(9, 10_500)).toBe(true)
  expect(cloth.dyes()[9]).toBe((before + 2) % 4)
})

test('a square that is none is left alone', () => {
  const before = cloth.dyes()
  expect(cloth.dye(24, 20_000)).toBe(false)
  expect(cloth.dye(-1, 20_000)).toBe(false)
  expect(cloth.dyes()).toEqual(before)
})

test('its words are in the language that the address asks for', () => {
  expect(wordsAt('/examples/cloth/').square(0, 2)).toBe('Square 1, madder red')
  const spanish = wordsAt('/examples/cloth/?lang=es')
  expect([spanish.lang, spanish.square(0, 0), spanish.here(1), spanish.here(3)]).toEqual([
    'es',
    'Cuadro 1, sin teñir',
    'Ahora estás a solas',
    'Ahora hay 3 personas',
  ])
})
