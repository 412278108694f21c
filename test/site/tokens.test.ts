/** The colours can be read: contrast by role, light and dark, and the two dark blocks are one. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../site/app/tokens.css', import.meta.url), 'utf8')

const blocks = [...css.matchAll(/:root[^{@]*\{([^}]*)\}/g)].map((match) =>
  readTokens(match[1] ?? ''),
)
const [light, darkBySystem, darkByChoice] = blocks as [Tokens, Tokens, Tokens]

type Tokens = Record<string, string>

function readTokens(body: string): Tokens {
  const pairs = [...body.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)]
  return Object.fromEntries(pairs.map(([, name, value]) => [name, value]))
}

/** The contrast of two colours as WCAG 2 counts it. */
function contrast(one: string, other: string): number {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return ((bright ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

test('the contrast formula knows black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
})

test('the dark wished for by the system is the dark chosen by the reader', () => {
  expect(darkByChoice).toEqual(darkBySystem)
  expect(Object.keys(darkByChoice)).toEqual(Object.keys(light))
})

describe.each([
  ['light', light],
  ['dark', darkByChoice],
])('%s', (_, tokens) => {
  const of = (name: string) => tokens[name] ?? '#none'

  test.each(['--ink', '--ink-2'])(
    'prose in %s reads at 7 or better on both papers',
    { tags: ['B12'] },
    (name) => {
      expect(contrast(of(name), of('--paper'))).toBeGreaterThanOrEqual(7)
      expect(contrast(of(name), of('--paper-2'))).toBeGreaterThanOrEqual(7)
    },
  )

  const words = Object.keys(light).filter((name) => /muted|accent$|ok|warn|fault|code/.test(name))
  test.each(words)('%s reads at 4.5 or better on both papers', { tags: ['B12'] }, (name) => {
    expect(contrast(of(name), of('--paper'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(of(name), of('--paper-2'))).toBeGreaterThanOrEqual(4.5)
  })

  test('a word on the accent reads at 4.5 or better', { tags: ['B12'] }, () => {
    expect(contrast(of('--accent-ink'), of('--accent'))).toBeGreaterThanOrEqual(4.5)
  })
})
