/** Shows parts: the templates under test are built by hand and given to the real tags. */
import {
  classes,
  each,
  html,
  type LiveEvent,
  type Rendered,
  raw,
  styles,
  svg,
  type TemplateValue,
} from '../../engine/index.ts'
import { ownValue, type Part, type Row, type Value, valueAt } from './parts.ts'
import type { Pool } from './pool.ts'
import type { AttributeWay, Context, ValueSlot } from './shape.ts'

/** What stands around the parts of a component. */
interface Painting {
  /** The component, in the marks of its handlers. */
  owner: string
  pool: Pool
  feature(name: string): void
  /** What runs for the handler in that slot, which is marked so. */
  handlerOf(shown: Part, slot: HandlerSlot, mark: string): (event: LiveEvent) => void
  childOf(value: Value, context: Context, path: string): unknown
}

export interface HandlerSlot {
  event: string
  value: number
  takes: 'text' | 'number'
}

/** What a handler of that slot does to the part. */
export function taken(shown: Part, { event, value, takes }: HandlerSlot, typed: string): void {
  shown.count++
  const own = ownValue(shown, value)
  const { flag, n } = own
  // Half of them clamp, trim or refuse what they are given, and some write it in capitals.
  if (event === 'input') {
    if (takes === 'text') {
      const text = flag ? typed.trim().slice(0, 4) : typed
      own.text = n % 3 === 1 ? text.toUpperCase() : text
    } else own.n = flag ? Math.min(9, Number(typed)) : Number(typed)
  }
  if (event === 'change' && !(flag && typed === '1')) own.n = Number(typed)
}

/** Shows parts that stand in one component. */
export function painter({ owner, pool, feature, handlerOf, childOf }: Painting) {
  return { part }

  function part(shown: Part, context: Context, path: string): Rendered {
    const shape = pool.of(context, shown.shape)
    const here = `${path}/${shown.id}.${shown.version}`
    for (const name of shape.features) feature(name)
    const values = shape.slots.map((slot) => shownIn(slot, shown, here))
    return (shape.svg ? svg : html)(shape.strings, ...(values as TemplateValue[]))
  }

  function shownIn(slot: ValueSlot, shown: Part, here: string): unknown {
    if (slot.place === 'path') return here
    const value = valueAt(shown, slot.value)
    switch (slot.place) {
      case 'content':
        return slot.context === 'plain'
          ? plain(value)
          : contentOf(value, slot.context, `${here}|${slot.value}.${value.kind}.${value.version}`)
      case 'attribute':
        return attributeOf(slot.way, value, shown.count)
      case 'field':
        if (slot.way === 'text') return value.text
        if (slot.way === 'number') return value.n
        return slot.way === 'check' ? value.flag : String(value.n % 3)
      case 'touched':
        return value.touched
      case 'mark':
        return isAbsent(value) ? '' : `${owner} ${markOf(shown, slot.value)}`
      case 'handler':
        return isAbsent(value)
          ? null
          : handlerOf(shown, slot, `${owner} ${markOf(shown, slot.value)}`)
      default:
        return slot satisfies never
    }
  }

  function contentOf(value: Value, context: Context, path: string): unknown {
    if (value.kind === 'text' || value.kind === 'number') {
      feature('text')
      return WORDLESS.has(context) ? '' : value.kind === 'text' ? value.text : value.n
    }
    feature(FEATURES[value.kind])
    const row = ({ key, part: shown }: Row) => part(shown, context, `${path}[${key}]`)
    switch (value.kind) {
      case 'none':
        return [null, undefined, false, true][Math.trunc(value.n) % 4]
      case 'part':
        return value.rows[0] ? part(value.rows[0].part, context, path) : ''
      case 'each':
        if (!value.flag) return each(value.rows, ({ key }) => key, row)
        feature('memo')
        return each(value.rows, ({ key }) => key, row, {
          memo: (item) => [path, JSON.stringify(item)],
        })
      case 'array':
        // Without keys a row is known by its place.
        return value.rows.map((item, i) =>
          i === value.n ? null : part(item.part, context, `${path}[${i > value.n ? i - 1 : i}]`),
        )
      case 'raw':
        return raw(RAW[context][Math.trunc(value.n) % 4]!)
      case 'child':
        return childOf(value, context, path)
      default:
        return value.kind satisfies never
    }
  }
}

const FEATURES = {
  none: 'conditional',
  part: 'nested template',
  each: 'keyed list',
  array: 'unkeyed list',
  raw: 'raw',
  child: 'component',
} as const

const plain = ({ kind, text, n }: Value) => (kind === 'number' ? n : kind === 'none' ? null : text)

/** A handler that is there by condition only. */
const isAbsent = ({ kind, n }: Value) => kind === 'none' && n % 2 === 0

const markOf = ({ id, version, count }: Part, value: number) => `${id}.${version}#${value}@${count}`

function attributeOf(way: AttributeWay, { text, n, flag }: Value, count: number): unknown {
  switch (way) {
    case 'text':
    case 'url':
      return text
    case 'maybe':
      return flag ? text : null
    case 'flag':
      return flag
    case 'number':
      return n
    case 'choice':
      return String(n % 3)
    case 'limit':
      return flag ? 9 : 20
    case 'classes':
      // Few enough that often one alone changes.
      return classes({ a: n & 1, b: n & 8, d: flag, odd: count & 1 })
    case 'styles':
      return styles({ color: flag ? 'red' : null, marginLeft: `${n}px`, '--n': n })
    case 'json':
      return JSON.stringify(payloadOf({ text, n, flag }))
    case 'payload':
      return payloadOf({ text, n, flag })
    default:
      return way satisfies never
  }
}

const payloadOf = ({ text, n, flag }: Pick<Value, 'text' | 'n' | 'flag'>) =>
  flag ? n : { text: text.toWellFormed(), list: [n, null] }

/** Text in them would be moved out by the parser. */
const WORDLESS: ReadonlySet<Context> = new Set<Context>([
  'terms',
  'bodies',
  'rows',
  'cells',
  'options',
  'choices',
  'item',
  'svg',
])

const RAW: Record<Context, readonly [string, string, string, string]> = {
  flow: ['', 'x', '<i>1</i> and <u>2</u>', '<!-- c --><p>3</p>'],
  words: ['', 'x', '<i>1</i>', '<i>2</i> and <u>3</u>'],
  label: ['', 'x', '<i>1</i>', '<i>2</i> and <u>3</u>'],
  terms: ['', '<dt>1</dt>', '<dt>2</dt><dd>3</dd>', '<dd><p>4</p></dd>'],
  bodies: ['', '<tbody></tbody>', '<thead></thead><tbody></tbody>', '<tfoot><tr></tr></tfoot>'],
  choices: ['', '<option>7</option>', '<option>8</option><option>9</option>', '<option></option>'],
  item: ['', '<li>1</li>', '<li>2</li><li>3</li>', '<li><p>4</p></li>'],
  rows: ['', '<tr><td>1</td></tr>', '<tr><td>2</td></tr><tr></tr>', '<tr><th>3</th></tr>'],
  cells: ['', '<td>1</td>', '<td>2</td><td></td>', '<th>3</th>'],
  options: ['', '<option>7</option>', '<option>8</option><option>9</option>', '<hr>'],
  svg: ['', '<rect width="1"></rect>', '<g><path d="M0 0"></path></g>', '<text>x</text>'],
}
