/** The table of js-framework-benchmark as plain code: what the peers' servers keep of a tab. */
import { chance, type Row } from '../fixture/views.ts'

const WORDS = [
  'pretty large big small tall short long handsome plain quaint clean elegant easy angry crazy helpful mushy odd unsightly adorable important inexpensive cheap expensive fancy',
  'red yellow blue green pink brown purple brown white black orange',
  'table chair house bbq desk car pony cookie sandwich burger pizza mouse keyboard',
].map((words) => words.split(' '))

/** What a button or a row asks for; `id` is a row's. */
export interface TableEvent {
  event: string
  id?: number
}

/** Plain data, since LiveViewJS gives a view a copy of what it keeps. */
export interface Table {
  readonly rows: readonly Row[]
  readonly selected: number
  readonly nextId: number
}

export const EMPTY: Table = { rows: [], selected: 0, nextId: 1 }

/** The table after an event. */
export function handled(table: Table, { event, id = 0 }: TableEvent): Table {
  const { rows } = table
  switch (event) {
    case 'run':
      return added({ ...table, rows: [], selected: 0 }, 1_000)
    case 'runlots':
      return added({ ...table, rows: [], selected: 0 }, 10_000)
    case 'add':
      return added(table, 1_000)
    case 'update':
      return {
        ...table,
        rows: rows.map((row, at) =>
          at % 10 === 0 ? { id: row.id, label: `${row.label} !!!` } : row,
        ),
      }
    case 'clear':
      return { ...table, rows: [], selected: 0 }
    case 'swaprows': {
      const swapped = [...rows]
      ;[swapped[1], swapped[998]] = [rows[998]!, rows[1]!]
      return { ...table, rows: swapped }
    }
    case 'select':
      return { ...table, selected: id }
    case 'remove':
      return { ...table, rows: rows.filter((row) => row.id !== id) }
    default:
      throw new Error(`Expected an event of the table, received ${event}.`)
  }
}

function added({ rows, selected, nextId }: Table, count: number): Table {
  const more = Array.from({ length: count }, (_, i) => ({
    id: nextId + i,
    label: WORDS.map((words) => words[Math.floor(random() * words.length)]).join(' '),
  }))
  return { rows: [...rows, ...more], selected, nextId: nextId + count }
}

const random = chance(1)

export const BUTTONS = ['run', 'runlots', 'add', 'update', 'clear', 'swaprows'] as const
