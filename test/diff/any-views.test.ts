/** Whatever a component showed and shows now: the ops bring the page to what a fresh first paint would be. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { each, html, type Rendered, raw, type TemplateValue } from '../../engine/index.ts'
import { Stage } from './support/stage.ts'

type View =
  | { kind: 'text'; text: string }
  | { kind: 'nothing' }
  | { kind: 'raw'; markup: string }
  | { kind: 'box'; id: string; title: string | null; hidden: boolean; content: View }
  | { kind: 'mixed'; text: string; classes: string; first: View; second: View }
  | { kind: 'pair'; first: View; second: View }
  | { kind: 'field'; value: string; checked: boolean; note: string }
  | { kind: 'list'; rows: { key: string; wide: boolean; content: View }[] }

/** Bad names, odd letters and empty texts are likely. */
const text = fc.oneof(
  fc.constantFrom('', ' ', 'a', 'b', '0', '<b>', '&amp;', '"', "'", '-->', 'é😀', '\n', '\u2028'),
  fc.string({ maxLength: 4 }),
)

const view = fc.letrec<{ view: View }>((tie) => ({
  view: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ kind: fc.constant('text' as const), text }),
    fc.constant({ kind: 'nothing' as const }),
    fc.record({
      kind: fc.constant('raw' as const),
      markup: fc.constantFrom('', 'x', '<i>1</i>', '<i>2</i> and <u>3</u>', '<!-- c --><p>4</p>'),
    }),
    fc.record({
      kind: fc.constant('box' as const),
      id: fc.constantFrom('p', 'q', 'r'),
      title: fc.option(text),
      hidden: fc.boolean(),
      content: tie('view'),
    }),
    fc.record({
      kind: fc.constant('mixed' as const),
      text,
      classes: fc.constantFrom('', 'a', 'a b', 'b a', 'a b c', 'c'),
      first: tie('view'),
      second: tie('view'),
    }),
    fc.record({ kind: fc.constant('pair' as const), first: tie('view'), second: tie('view') }),
    fc.record({
      kind: fc.constant('field' as const),
      value: text,
      checked: fc.boolean(),
      note: text,
    }),
    fc.record({
      kind: fc.constant('list' as const),
      rows: fc.uniqueArray(
        fc.record({
          key: fc.constantFrom('a', 'b', 'c', 'd', 'e f', '-'),
          wide: fc.boolean(),
          content: tie('view'),
        }),
        { selector: ({ key }) => key, maxLength: 6 },
      ),
    }),
  ),
})).view

function rendered(shown: View): TemplateValue {
  switch (shown.kind) {
    case 'text':
      return shown.text
    case 'nothing':
      return null
    case 'raw':
      return raw(shown.markup)
    case 'box':
      return html`<div data-id=${shown.id} title=${shown.title} ?hidden=${shown.hidden} lv-click=${() => shown.id}>${rendered(shown.content)}</div>`
    case 'mixed':
      return html`<section title="a ${shown.text} b" class=${shown.classes}>one ${rendered(shown.first)} two ${rendered(shown.second)}</section>`
    case 'pair':
      return html`${rendered(shown.first)}<hr />${rendered(shown.second)}`
    case 'field':
      return html`<label><input value=${shown.value} /><input type="checkbox" checked=${shown.checked} /><textarea>${shown.note}</textarea></label>`
    case 'list':
      return each(shown.rows, ({ key }) => key, row)
    default:
      return shown satisfies never
  }
}

const row = ({ key, wide, content }: { key: string; wide: boolean; content: View }): Rendered =>
  wide
    ? html`<b>${key}</b>${rendered(content)}`
    : html`<article data-id=${key} lv-click=${() => key}>${rendered(content)}</article>`

const steps = fc.array(fc.record({ view, acknowledged: fc.boolean() }), {
  minLength: 1,
  maxLength: 5,
})

test('any edits of any view end in what a fresh first paint would be', {
  tags: ['A4', 'A8', 'keyed-lists'],
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(view, steps, (first, edits) => {
      const stage = new Stage(rendered(first))
      for (const { view: next, acknowledged } of edits) {
        stage.show(rendered(next))
        if (acknowledged) stage.acknowledge()
        expect(stage.seen()).toBe(new Stage(rendered(next)).seen())
      }
    }),
    { numRuns: 250, seed: 20_261_124 },
  )
})

test('after any edits every handler in the page is the one that was rendered there last', {
  tags: ['A2', 'A4'],
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(view, steps, (first, edits) => {
      const stage = new Stage(rendered(first))
      for (const { view: next, acknowledged } of edits) {
        stage.show(rendered(next))
        if (acknowledged) stage.acknowledge()
        for (const element of stage.root.querySelectorAll('[lv-click]')) {
          const handler = stage.handlerOf(element) as () => string
          expect(handler()).toBe(element.getAttribute('data-id'))
        }
      }
    }),
    { numRuns: 120, seed: 20_261_125 },
  )
})

test('showing the same again costs no op', { tags: ['A4'], timeout: 120_000 }, () => {
  fc.assert(
    fc.property(view, (shown) => {
      const stage = new Stage(rendered(shown))
      expect(stage.show(rendered(shown))).toEqual([])
    }),
    { numRuns: 200, seed: 20_261_126 },
  )
})
