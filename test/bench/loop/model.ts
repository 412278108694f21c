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

export class TableModel {
  rows: readonly Row[] = []
  selected = 0
  private nextId = 1
  private readonly random = chance(1)

  handle({ event, id = 0 }: TableEvent): void {
    switch (event) {
      case 'run':
      case 'runlots':
        this.rows = this.build(event === 'run' ? 1_000 : 10_000)
        this.selected = 0
        break
      case 'add':
        this.rows = [...this.rows, ...this.build(1_000)]
        break
      case 'update':
        this.rows = this.rows.map((row, at) =>
          at % 10 === 0 ? { id: row.id, label: `${row.label} !!!` } : row,
        )
        break
      case 'clear':
        this.rows = []
        this.selected = 0
        break
      case 'swaprows': {
        const rows = [...this.rows]
        ;[rows[1], rows[998]] = [rows[998]!, rows[1]!]
        this.rows = rows
        break
      }
      case 'select':
        this.selected = id
        break
      case 'remove':
        this.rows = this.rows.filter((row) => row.id !== id)
        break
      default:
        throw new Error(`Expected an event of the table, found ${event}.`)
    }
  }

  private build(count: number): Row[] {
    return Array.from({ length: count }, () => ({
      id: this.nextId++,
      label: WORDS.map((words) => words[Math.floor(this.random() * words.length)]).join(' '),
    }))
  }
}

export const BUTTONS = ['run', 'runlots', 'add', 'update', 'clear', 'swaprows'] as const
