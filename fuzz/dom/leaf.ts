/** A component whose view is shared: one class for the tabs of all cases, so that what one of them has run is shown by the others. */
import { html, LiveComponent, type LiveEvent, provided } from '../../engine/index.ts'
import type { Diary, Told } from './diary.ts'
import { editPart } from './edits.ts'
import { painter, taken } from './paint.ts'
import type { Part } from './parts.ts'
import type { Pool } from './pool.ts'
import type { Context } from './shape.ts'

/** What its handlers and hooks take from the tab that they run in. */
export const Book = provided<Diary | undefined>('diary', undefined)

/** The literals of this run of the property; the same for all tabs. */
export const literals: { pool: Pool | undefined } = { pool: undefined }

interface LeafProps {
  context: Context
  path: string
  part: Part
  label: string
}

export class Leaf extends LiveComponent<LeafProps> {
  static sharedView = true
  own: Part = structuredClone(this.props.part)

  connected() {
    const diary = this.inject(Book)!
    diary.lives(this.own.id)
    this.subscribe(`edit-${this.own.id}`, ({ edit, number }: Told) => {
      diary.happened(`edit ${number} of ${this.own.id}`)
      editPart(this.own, edit, literals.pool!)
    })
  }

  unmounted() {
    this.inject(Book)!.dies(this.own.id)
  }

  /** The part and its value are named by the mark that stands beside the handler. */
  take({ type, value: typed, dataset, idempotencyKey }: LiveEvent) {
    const { m: mark = '', k } = dataset
    this.inject(Book)!.hitBy(idempotencyKey, mark)
    const [, id, value] = / (.+)\.\d+#(\d+)@/.exec(mark)!
    const shown = partIn(this.own, id!)
    if (shown)
      taken(shown, { event: type, value: Number(value), takes: k === 'number' ? k : 'text' }, typed)
  }

  getTemplate() {
    const { context, path, label } = this.props
    const { part } = painter({
      owner: this.own.id,
      pool: literals.pool!,
      feature: () => {},
      handlerOf: () => this.take,
      childOf: () => '',
    })
    const own = part(this.own, context, path)
    if (context !== 'flow') return own
    return html`<x-child data-p=${`${path}/child`} title=${label}>${own}${label}</x-child>`
  }
}

function partIn(part: Part, id: string): Part | undefined {
  if (part.id === id) return part
  for (const { rows } of part.values) {
    for (const row of rows) {
      const found = partIn(row.part, id)
      if (found) return found
    }
  }
  return undefined
}
