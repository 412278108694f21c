/** What the compiler takes is what Chromium's parser leaves as it is written; what it refuses is moved, but for a list of known ones. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compile } from '../../engine/template/compile.ts'
import { TemplateError } from '../../engine/template/errors.ts'
import { launchChromium } from '../support/chromium.ts'
import { CASES } from './nesting-cases.ts'

/** What Chromium made of each: 1 where it is as written, else the tree. Written anew by `vitest -u`. */
const FILE = './nesting-trees.json'

type Recorded = Record<string, 1 | string>

let page: Awaited<ReturnType<Awaited<ReturnType<typeof launchChromium>>['newPage']>>

beforeAll(async () => {
  const browser = await launchChromium()
  page = await browser.newPage()
}, 60_000)
afterAll(() => page.context().browser()!.close())

test('at least 400 cases, none twice', () => {
  expect(CASES.length).toBeGreaterThan(400)
  expect(new Set(CASES.map(({ markup }) => markup)).size).toBe(CASES.length)
})

test('what is recorded is what Chromium makes of them', async () => {
  const trees = await page.evaluate(
    treesOf,
    CASES.map(({ markup }) => markup),
  )
  const lines = CASES.map(({ markup }, i) => {
    const tree = trees[i]!
    return `  ${JSON.stringify(markup)}: ${isKept(markup, tree) ? 1 : JSON.stringify(tree)}`
  })
  await expect(`{\n${lines.join(',\n')}\n}\n`).toMatchFileSnapshot(FILE)
}, 60_000)

const trees = JSON.parse(readFileSync(new URL(FILE, import.meta.url), 'utf8')) as Recorded

test('no literal that is taken is moved', () => {
  const moved = CASES.filter(({ markup }) => {
    const own = outcome(markup)
    if (own instanceof TemplateError) return false
    const tree = trees[markup]
    return (
      inPage(own) !== bare(tree === 1 ? inPage(closed(markup)) : tree!) && !TEXT_ALONE.test(markup)
    )
  })
  expect(moved.map(({ markup }) => markup)).toEqual([])
})

test('no literal is refused that would be left as it is, but for these', () => {
  const refused = CASES.filter(
    ({ markup }) => trees[markup] === 1 && outcome(markup) instanceof TemplateError,
  ).map(({ markup }) => markup)
  const unexplained = refused.filter(
    (markup) => !REFUSED.some(([, pattern]) => pattern.test(markup)),
  )
  expect(unexplained).toEqual([])
  const unused = REFUSED.filter(([, pattern]) => !refused.some((markup) => pattern.test(markup)))
  expect(unused).toEqual([])
})

/** What is refused although Chromium keeps it, and why. */
const REFUSED: readonly [reason: string, what: RegExp][] = [
  [
    'lists in a choice: an <hr> in them would be moved, and HTML allows neither',
    /<select>.*<(li|d[dt])>/,
  ],
  [
    'a link in a link: the parser’s rule does not see SVG between, and nobody can press it',
    /^<a><svg><foreignObject><a>/,
  ],
  [
    'only in a <select> they close what is around them; HTML allows neither elsewhere',
    /^<(option|optgroup)><(hr|optgroup)>/,
  ],
  [
    'a formula in an image and the other way round would be of the other’s kind',
    /^<(svg|math)>(<g>|<mrow>|<annotation-xml>)?<(math|svg)>/,
  ],
  [
    'a <template> of two kinds: the order would decide what is kept',
    /^<template>(text)?<tr><\/tr>/,
  ],
  ['it is a comment to the parser', /<\?php/],
  [
    'a script in a script: whoever reads it sees another end than the parser',
    /^<script><!-- <script><\/script>/,
  ],
  ['a title of an image is a text, as that of a page', /^<svg><title>a<b>/],
  ['whether it ends the image hangs on its attributes', /^<svg><font><\/font>/],
  ['obsolete, and its place hangs on what is around', /<mglyph>/],
  [
    'an empty form or a hidden field among rows: kept, but not as what it holds',
    /^<table><(form|input)/,
  ],
]

test('white space goes only where it can’t show', () => {
  const markup = (text: string) => compile([text]).markup
  expect(markup('<ul> <li>a</li> <li>b</li> </ul>')).toBe('<ul><li>a</li> <li>b</li></ul>')
  expect(markup('<dl>\n<dt>a</dt> <dd>b</dd>\n</dl>')).toBe('<dl><dt>a</dt> <dd>b</dd></dl>')
  expect(markup('<select> <option>a</option> <option>b</option></select>')).toBe(
    '<select> <option>a</option> <option>b</option></select>',
  )
  expect(markup('<table> <tbody> <tr> <td> a </td> </tr> </tbody> </table>')).toBe(
    '<table><tbody><tr><td> a </td></tr></tbody></table>',
  )
  expect(markup('\u00a0<b>a</b>\u00a0')).toBe('<!--[-->\u00a0<b>a</b>\u00a0<!--]-->')
  expect(markup('<ul>\u00a0<li>a</li></ul>')).toBe('<ul>\u00a0<li>a</li></ul>')
  expect(compile(['<ul> ', ' ', ' </ul>']).markup).toBe(
    '<ul><!--1--><!--/1--> <!--2--><!--/2--></ul>',
  )
})

function treesOf(all: readonly string[]): string[] {
  return all.map((markup) => {
    const text = `<!doctype html><body><main>${markup}</main><i id="after"></i>`
    return new DOMParser().parseFromString(text, 'text/html').body.innerHTML
  })
}

// The template does without comments.
const bare = (tree: string) => tree.replace(/(?<=<div>)<!--.*?-->/, '')

const inPage = (markup: string) => `<main>${markup}</main><i id="after"></i>`

const closed = (markup: string) => markup.replace(/<(\w+) ?\/>/g, '<$1></$1>')

const isKept = (markup: string, tree: string) => tree === inPage(closed(markup))

function outcome(markup: string): string | TemplateError {
  try {
    const { pieces } = compile([markup])
    return pieces.filter((piece) => typeof piece === 'string').join('')
  } catch (error) {
    if (error instanceof TemplateError) return error
    throw error
  }
}

/** Their text is written with references when it is told again. */
const TEXT_ALONE = /^<div>a < b<|^<(textarea|title)><b>a<\/b><\/\1>$/
