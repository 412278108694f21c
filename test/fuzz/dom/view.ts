/** Components that show parts: the templates under test are built by hand and given to the real tags. */
import {
  classes,
  each,
  html,
  LiveComponent,
  mount,
  type Rendered,
  raw,
  styles,
  svg,
  type TemplateValue,
} from '../../../engine/index.ts'
import { type Edit, editPart } from './edits.ts'
import { ownValue, type Part, type Row, type Value, valueAt } from './parts.ts'
import type { Pool } from './pool.ts'
import type { AttributeWay, Context, Hole } from './shape.ts'

/** What happens in a session beside its state. */
export interface Diary {
  /** Handlers that ran: the event's name in the session, and what the handler was rendered as. */
  hit(event: string, mark: string): void
  /** Edits and words that ran. */
  happened(what: string): void
  lives(component: string): void
  dies(component: string): void
  /** What a driver read. */
  read(text: unknown): void
  feature(name: string): void
}

/** What is asked of the root component beside edits. */
export type Say = 'push' | 'drive' | 'read'

interface Happening {
  value: string
  idempotencyKey: string
}

/** An edit with its number in the case. */
interface Told {
  edit: Edit
  number: number
}

interface ChildProps {
  id: string
  context: Context
  path: string
  part: Part
  label: string
  slot?: Rendered
}

/** A class of root components of its own for each process of each tab. */
export function rootComponent(first: Part, pool: Pool, diary: Diary) {
  class Child extends LiveComponent<ChildProps> {
    own: Part | null = null
    /** Without a key it stays while its parent gives it another name, which its slot is then marked with. */
    readonly #names = new Set<string>()
    start() {
      this.own = structuredClone(this.props.part)
    }
    connected() {
      const { id } = this.own!
      diary.lives(id)
      this.subscribe(`edit-${id}`, (told: Told) => edited(this.own!, told))
    }
    unmounted() {
      for (const id of this.#names) diary.dies(id)
    }
    getTemplate() {
      const { id, context, path, label, slot } = this.props
      const born = this.own?.id ?? id
      this.#names.add(id).add(born)
      const own = this.own ? painter(born).part(this.own, context, path) : ''
      if (context !== 'flow') return own
      return html`<x-child data-p=${`${path}/child`} title=${label}>${own}${label}${slot}</x-child>`
    }
  }

  class Root extends LiveComponent {
    root = structuredClone(first)
    connected() {
      diary.lives('root')
      this.subscribe('edit-root', (told: Told) => edited(this.root, told))
      this.subscribe('say', ({ say, n }: { say: Say; n: number }) => this.say(say, n))
    }
    async say(say: Say, n: number) {
      diary.happened(`${say} ${n}`)
      if (say === 'push') this.push('note', { n })
      else if (say === 'drive') this.driver.getDriverById('side').setText(`side ${n}`)
      else diary.read(await this.driver.getText('side').catch(() => undefined))
    }
    getTemplate() {
      return html`<div data-p="root">${painter('root').part(this.root, 'flow', 'root')}</div><aside id="side">side</aside>`
    }
  }
  return Root

  function edited(part: Part, { edit, number }: Told) {
    diary.happened(`edit ${number} of ${part.id}`)
    editPart(part, edit, pool)
  }

  /** Shows parts that stand in the component `owner`. */
  function painter(owner: string) {
    return { part }

    function part(shown: Part, context: Context, path: string): Rendered {
      const shape = pool.of(context, shown.shape)
      const here = `${path}/${shown.id}.${shown.version}`
      for (const feature of shape.features) diary.feature(feature)
      const values = shape.holes.map((hole) => shownIn(hole, shown, here))
      return (shape.svg ? svg : html)(shape.strings, ...(values as TemplateValue[]))
    }

    function shownIn(hole: Hole, shown: Part, here: string): unknown {
      if (hole.place === 'path') return here
      const value = valueAt(shown, hole.value)
      switch (hole.place) {
        case 'content':
          return hole.context === 'plain'
            ? plain(value)
            : contentOf(value, hole.context, `${here}|${hole.value}.${value.kind}.${value.version}`)
        case 'attribute':
          return attributeOf(hole.way, value, shown.count)
        case 'field':
          if (hole.way === 'text') return value.text
          return hole.way === 'check' ? value.flag : String(value.n % 3)
        case 'touched':
          return value.touched
        case 'mark':
          return isAbsent(value) ? '' : `${owner} ${markOf(shown, hole.value)}`
        case 'handler': {
          if (isAbsent(value)) return null
          const mark = `${owner} ${markOf(shown, hole.value)}`
          return (event: Happening) => {
            diary.hit(event.idempotencyKey, mark)
            shown.count++
            const own = ownValue(shown, hole.value)
            if (hole.event === 'input') own.text = event.value
            if (hole.event === 'change') own.n = Number(event.value)
          }
        }
        default:
          return hole satisfies never
      }
    }

    function contentOf(value: Value, context: Context, path: string): unknown {
      if (value.kind === 'text' || value.kind === 'number') {
        diary.feature('text')
        return WORDLESS.has(context) ? '' : value.kind === 'text' ? value.text : value.n
      }
      diary.feature(FEATURES[value.kind])
      const row = ({ key, part: shown }: Row) => part(shown, context, `${path}[${key}]`)
      switch (value.kind) {
        case 'none':
          return [null, undefined, false, true][value.n % 4]
        case 'part':
          return value.rows[0] ? part(value.rows[0].part, context, path) : ''
        case 'each':
          if (!value.flag) return each(value.rows, ({ key }) => key, row)
          diary.feature('memo')
          return each(value.rows, ({ key }) => key, row, {
            memo: (item) => [path, JSON.stringify(item)],
          })
        case 'array':
          // Without keys a row is known by its place.
          return value.rows.map((item, i) =>
            i === value.n ? null : part(item.part, context, `${path}[${i > value.n ? i - 1 : i}]`),
          )
        case 'raw':
          return raw(RAW[context][value.n % 4]!)
        case 'child':
          return childOf(value, context, path)
        default:
          return value.kind satisfies never
      }
    }

    function childOf({ rows, flag, n, text }: Value, context: Context, path: string) {
      const [own, passed] = rows
      if (!own) return ''
      const id = own.part.id
      const key = flag ? `${id}.${n % 2}` : undefined
      const at = `${path}.${key ?? ''}`
      // A slot's handlers are the parent's, but they go with the child that it stands in.
      const slot =
        passed && context === 'flow'
          ? painter(id).part(passed.part, 'flow', `${at}/slot`)
          : undefined
      if (slot) diary.feature('slot')
      const props = { id, context, path: at, part: own.part, label: text, slot }
      return mount(Child, key === undefined ? props : { key, ...props })
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
const WORDLESS: ReadonlySet<Context> = new Set<Context>(['rows', 'cells', 'options', 'item', 'svg'])

const RAW: Record<Context, readonly [string, string, string, string]> = {
  flow: ['', 'x', '<i>1</i> and <u>2</u>', '<!-- c --><p>3</p>'],
  words: ['', 'x', '<i>1</i>', '<i>2</i> and <u>3</u>'],
  item: ['', '<li>1</li>', '<li>2</li><li>3</li>', '<li><p>4</p></li>'],
  rows: ['', '<tr><td>1</td></tr>', '<tr><td>2</td></tr><tr></tr>', '<tr><th>3</th></tr>'],
  cells: ['', '<td>1</td>', '<td>2</td><td></td>', '<th>3</th>'],
  options: ['', '<option>7</option>', '<option>8</option><option>9</option>', '<hr>'],
  svg: ['', '<rect width="1"></rect>', '<g><path d="M0 0"></path></g>', '<text>x</text>'],
}
