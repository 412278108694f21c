/** Elements put into each other across literals, lists and components: what the engine takes the parser keeps, what it refuses the parser moves. */
import fc from 'fast-check'
import type { ComponentClass } from '../../engine/component/mount.ts'
import {
  each,
  html,
  LiveComponent,
  mount,
  type Rendered,
  type TemplateValue,
} from '../../engine/index.ts'
import { Server } from './server.ts'
import type { Tally } from './tally.ts'
import { turn } from './turn.ts'

/** From the outermost to the innermost; `ways[i]` says how `pieces[i + 1]` comes into `pieces[i]`. */
export interface Nesting {
  pieces: string[]
  last: string
  ways: Way[]
  /** Whether it is there at first paint, or comes with an edit. */
  later: boolean
}

type Way = 'literal' | 'branch' | 'list' | 'array' | 'component'

// A part of a table by itself is seldom in its place: most of them stand in a whole one.
const PIECES = [
  ...'a address article b button caption dd details dialog div dl dt em fieldset figure form h1 h2 i label legend li main marquee menu nav nobr object ol option optgroup p pre ruby section select small span summary table tbody td th tr ul x-y'
    .split(' ')
    .map((name) => `<${name}>`),
  '<ul><li>',
  '<ol><li>',
  '<dl><dd>',
  '<p><b>',
  '<a><span>',
  '<table><tbody>',
  '<table><tbody><tr>',
  '<table><tbody><tr><td>',
  '<table><caption>',
  '<select><optgroup>',
  '<div><section>',
  '<button><span>',
  '<ruby><rt>',
]
const LAST = ['', 'text', '<br>', '<hr>', '<input>', '<img>', '<svg></svg>', '<i>x</i>', '<p>x</p>']
const WAYS: readonly Way[] = ['literal', 'branch', 'list', 'array', 'component']

export const anyNesting: fc.Arbitrary<Nesting> = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 })
  .chain((pieces) =>
    fc.record({
      pieces: fc.constant(pieces),
      last: fc.constantFrom(...LAST),
      ways: fc.array(fc.constantFrom(...WAYS), {
        minLength: pieces.length,
        maxLength: pieces.length,
      }),
      later: fc.boolean(),
    }),
  )

/** Throws a sentence where engine and parser do not agree. */
export async function checkNesting(given: Nesting, document: Document, tally: Tally) {
  const { pieces, last, ways, later } = given
  const { refused, painted } = await outcome(() => nested(pieces, last, ways), later)
  const whole = wholeOf(pieces, last)
  const words = `${pieces.join(' … ')} … ${last} (${ways.join(', ')}${later ? ', later' : ''})`
  tally.nesting(refused === undefined ? 'nesting' : 'refused nesting')
  const written = painted === undefined ? `<main>${whole}</main>` : bare(painted)
  const { DOMParser } = document.defaultView!
  const parsed = new DOMParser().parseFromString(`<!doctype html><body>${written}`, 'text/html')
  const isKept = parsed.body.innerHTML === written
  if (!isKept && refused === undefined)
    throw new Error(
      `Expected ${words} to be refused, since the parser makes ${parsed.body.innerHTML} of it, received no error.`,
    )
  if (isKept && refused !== undefined && !STRICT.some((one) => one.test(whole)))
    throw new Error(
      `Expected ${words} to pass, since the parser keeps it, received an error: ${refused}`,
    )
}

/** What HTML does not allow either, although the parser keeps it; test/markup/nesting.test.ts says why each is refused. */
const STRICT = [
  /<select>.*<(li|d[dt]|rt)>/,
  /<a>.*<select>.*<a>/,
  /<t(able|body|r)><form>/,
  /<(option|optgroup|p|li|d[dt]|rt|ruby)>.*<(hr|option|optgroup)>/,
]

const wholeOf = (pieces: readonly string[], last: string) =>
  `${pieces.join('')}${last}${pieces.map(endOf).reverse().join('')}`

/** The end tags of some start tags. */
const endOf = (starts: string) =>
  [...starts.matchAll(/<([\w-]+)>/g)]
    .reverse()
    .map(([, name]) => `</${name}>`)
    .join('')

function nested(
  [piece, ...inner]: readonly string[],
  last: string,
  ways: readonly Way[],
): Rendered {
  const content = inner.length > 0 ? nested(inner, last, ways.slice(1)) : literal([last])
  return literal([piece!, endOf(piece!)], into(content, ways[0]!))
}

function into(content: Rendered, way: Way): TemplateValue {
  switch (way) {
    case 'literal':
      return content
    case 'branch':
      return literal(['', ''], content)
    case 'list':
      return each(
        [content],
        () => 'k',
        (one) => one,
      )
    case 'array':
      return [content]
    case 'component':
      return mount(Passing, { content })
    default:
      return way satisfies never
  }
}

class Passing extends LiveComponent<{ content: Rendered }> {
  getTemplate() {
    return this.props.content
  }
}

// A tag knows its literal by its strings.
const known = new Map<string, TemplateStringsArray>()

function literal(strings: readonly string[], ...values: TemplateValue[]): Rendered {
  const name = strings.join('…')
  let own = known.get(name)
  if (!own) {
    own = Object.freeze(Object.assign([...strings], { raw: Object.freeze([...strings]) }))
    known.set(name, own)
  }
  return html(own, ...values)
}

async function outcome(
  view: () => Rendered,
  later: boolean,
): Promise<{ painted?: string; refused?: string }> {
  class Root extends LiveComponent {
    on = !later
    connected() {
      this.subscribe('on', () => {
        this.on = true
      })
    }
    getTemplate() {
      return html`<main>${this.on ? view() : ''}</main>`
    }
  }
  const server = new Server({
    encoding: 'binary',
    program: () => Root as ComponentClass,
    left() {},
    saved() {},
  })
  try {
    const { content } = await server.paint()
    if (!later) return { painted: content }
    server.publish('on', null)
    await server.session!.settled()
    await turn()
    if (server.faults.length > 0) return { refused: server.faults.join(' ') }
    return { painted: server.session!.paint() }
  } catch (error) {
    return { refused: (error as Error).message }
  }
}

const bare = (painted: string) =>
  painted.replace(/<!--.*?-->/g, '').replace(/ (lv|data-telar)[\w-]*="[^"]*"/g, '')
