/** Raw markup that is not whole stays in its place: at first paint as at commits, whatever it leaves open or tries to close. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { raw } from '../../engine/index.ts'
import { compile } from '../../engine/template/compile.ts'
import { contained } from '../../engine/template/contained.ts'
import { IN_PAGE } from '../../engine/template/nesting.ts'
import { launchChromium } from '../support/chromium.ts'

let page: Awaited<ReturnType<Awaited<ReturnType<typeof launchChromium>>['newPage']>>
beforeAll(async () => {
  page = await (await launchChromium()).newPage()
}, 60_000)
afterAll(() => page.context().browser()!.close())

/** Where raw markup may stand: at the child slot of the literal. */
const PLACES = [
  '<div>…</div>',
  '<p>…</p>',
  '<b>…</b>',
  '<p><i>a …</i></p>',
  '<a href="/">…</a>',
  '<a href="/"><div>…</div></a>',
  '<button>…</button>',
  '<form><div>…</div></form>',
  '<ul>…</ul>',
  '<ul><li>…</li></ul>',
  '<dl><dt>…</dt></dl>',
  '<h2>…</h2>',
  '<select>…</select>',
  '<select><option>…</option></select>',
  '<select><optgroup>…</optgroup></select>',
  '<table>…</table>',
  '<table><tbody>…</tbody></table>',
  '<table><tbody><tr>…</tr></tbody></table>',
  '<table><colgroup>…</colgroup></table>',
  '<table><caption>…</caption></table>',
  '<table><tbody><tr><td>…</td></tr></tbody></table>',
  '<svg>…</svg>',
  '<svg><g>…</g></svg>',
  '<p><svg><foreignObject>…</foreignObject></svg></p>',
  '<math>…</math>',
  '<math><mi>…</mi></math>',
  '<ruby><rt>…</rt></ruby>',
  '<nobr>…</nobr>',
  '<pre>…</pre>',
]

const PIECES =
  '<b>|</b>|<i>|</i>|<p>|</p>|<div>|</div>|<span>|</span>|x|y |<ul>|</ul>|<li>|</li>|<dd>|<dt>|<h1>|</h2>|<a href="/">|</a>|<form>|</form>|<button>|</button>|<nobr>|<select>|</select>|<option>|<optgroup>|<hr>|<br>|</br>|<input>|<table>|</table>|<tbody>|<tr>|</tr>|<td>|</td>|<caption>|<colgroup>|<col>|<thead>|<svg>|</svg>|<g>|<circle/>|<foreignObject>|</foreignObject>|<desc>|<math>|</math>|<mi>|</mi>|<annotation-xml encoding="text/html">|<ruby>|<rt>|<object>|</object>|<template>|</template>|<textarea>|</textarea>|<title>|</title>|<style>|</style>|<script>|</script>|<iframe>|</iframe>|<xmp>|</xmp>|<noscript>|</noscript>|<plaintext>|<body>|</body>|<html>|</html>|<head>|<frameset>|<image>|<!--|-->|<!--/5-->|<![CDATA[|]]>|<?x?>|<!doctype html>|<b title="|<b title=\'|"|\'|>|<|</|&am|&lt;|<b lv-t="5">|<u lv-r="1 a">|<x-y>|</x-y>|<font color="red">|</font>|<svg/>|<p/>|<br/>'.split(
    '|',
  )

/** The same numbers each time. */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function contextOf(place: string): number {
  const { slots } = compile(place.split('…'))
  const [child] = slots
  return child?.kind === 'child' ? (IN_PAGE & child.keep) | child.own : expect.unreachable()
}

interface Try {
  place: string
  given: string
  kept: string
}

const tryAt = (place: string, given: string): Try => ({
  place,
  given,
  kept: contained(given, contextOf(place)),
})

/** What is wrong with each: it is not where it belongs, or not what a commit would make of it. */
const faultsOf = (tries: readonly Try[]) =>
  page.evaluate((all) => {
    const inert = document.implementation.createHTMLDocument('')
    return all.flatMap(({ place, given, kept }) => {
      const around = place.replace('…', '<!--start--><!--end-->')
      const doc = (markup: string) =>
        new DOMParser().parseFromString(
          `<!doctype html><body><main>${markup}</main><footer>after</footer>`,
          'text/html',
        )
      const whole = doc(place.replace('…', `<!--start-->${kept}<!--end-->`))
      const marks = whole.createNodeIterator(whole, NodeFilter.SHOW_COMMENT)
      const [start, end] = [marks.nextNode(), marks.nextNode()]
      const told = { place, given, kept, made: whole.body.innerHTML }
      if (!start || !end || start.parentNode !== end.parentNode) return [{ ...told, why: 'moved' }]
      const holder = inert.importNode(start.parentNode!, false) as Element
      holder.innerHTML = kept
      const range = whole.createRange()
      range.setStartAfter(start)
      range.setEndBefore(end)
      const inside = range.extractContents()
      const box = inert.createElement('div')
      box.append(inside)
      // A plain <template> around: no parser has seen it again.
      const first = new XMLSerializer().serializeToString(box)
      const other = inert.createElement('div')
      other.append(...holder.childNodes)
      if (whole.body.innerHTML !== doc(around).body.innerHTML) return [{ ...told, why: 'outside' }]
      // Alone in a <select>, the parser takes no other one, not even deep in a <template>.
      if (holder.localName === 'select' && /<(select|input)/.test(kept)) return []
      return first === new XMLSerializer().serializeToString(other)
        ? []
        : [{ ...told, why: 'another tree than at a commit' }]
    })
  }, tries)

test('whatever raw markup holds, wherever it stands, what is around stays as it is', async () => {
  const roll = dice(7)
  const tries = Array.from({ length: 6000 }, () => {
    const length = 1 + roll(10)
    const given = Array.from({ length }, () => PIECES[roll(PIECES.length)]).join('')
    return tryAt(PLACES[roll(PLACES.length)]!, given)
  })
  const faults = await faultsOf(tries)
  expect(faults.slice(0, 3)).toEqual([])
}, 120_000)

test('each piece alone stays in each place', async () => {
  const tries = PLACES.flatMap((place) => PIECES.map((given) => tryAt(place, given)))
  const faults = await faultsOf(tries)
  expect(faults.slice(0, 3)).toEqual([])
}, 120_000)

test.each([
  '<div><b>a</b> c</div>',
  'a &amp; b &lt;c&gt;',
  '<p>a</p><p>b</p>',
  '<ul><li>a<ul><li>b</li></ul></li></ul>',
  '<table><tbody><tr><td>a</td></tr></tbody></table>',
  '<svg viewBox="0 0 1 1"><linearGradient id="a"><stop offset="1"/></linearGradient></svg>',
  '<img src="a.png" alt="x"><br>',
  '<script type="application/json">{"a":"<b>"}</script>',
  '<textarea>a < b</textarea>',
  '<select><button><selectedcontent></selectedcontent></button><option>a</option></select>',
])('what is whole stays as it is written: %s', (markup) => {
  expect(contained(markup, IN_PAGE)).toBe(markup)
})

test.each([
  ['what is left open is closed', '<div><b>a', '<div><b>a</b></div>'],
  ['what closes nothing of its own goes', '</div></p>a</b>', 'a'],
  ['a paragraph ends where the next begins', '<p>a<p>b', '<p>a</p><p>b</p>'],
  ['items end where the next begins', '<ul><li>a<li>b</ul>', '<ul><li>a</li><li>b</li></ul>'],
  [
    'parts of a table are added',
    '<table><tr><td>a<td>b',
    '<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>',
  ],
  ['what overlaps is nested', '<b>a<i>b</b>c</i>', '<b>a<i>b</i></b><i>c</i>'],
  ['what goes over a paragraph is begun again', '<p><b>a</p>b', '<p><b>a</b></p><b>b</b>'],
  ['a comment is left out, whole or not', 'a<!-- b -->c<!-- d', 'ac'],
  ['a tag that is not finished is nothing', 'a<b title="x', 'a'],
  ['a text that looks like a tag is none', 'a < b <', 'a &lt; b &lt;'],
  ['a script that does not end does not begin', 'a<script>b <b>c</b>', 'a'],
  ['nor does one that hides its end', 'a<script><!--<script></script>b', 'a'],
  ['a text area is closed', '<textarea>a', '<textarea>a</textarea>'],
  [
    'the engine’s own markers are taken out',
    '<b lv-t="1" id="a" lv-r="2">x</b>',
    '<b id="a">x</b>',
  ],
  ['an image ends where HTML begins', '<svg><g><p>a', '<svg><g></g></svg><p>a</p>'],
])('%s', (_, given, kept) => {
  expect(contained(given, IN_PAGE)).toBe(kept)
})

test('letters that are taken out of a text do not hide a tag', () => {
  const inParagraph = contextOf('<p>…</p>')
  expect(raw('a<di\0v>b</di\0v>').within(inParagraph).markup).toBe('ab')
  expect(raw('<b\r\nid="a">x').within(inParagraph).markup).toBe('<b id="a">x</b>')
})

test('markup of 200,000 letters takes no longer for each of them', () => {
  const long = '<p><b><i>x'.repeat(20_000)
  expect(contained(long, IN_PAGE).length).toBeLessThan(long.length * 12)
})
