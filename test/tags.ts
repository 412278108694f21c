/** Every tag that a test may carry: rows of the requirements, their clauses, known defects. `npx vitest run --tags-filter=drag-by-touch` runs those of one. */
import { DEFECTS } from './defects/table.ts'
import { CLAUSES, ROWS } from './matrix.ts'

export const TAGS: readonly { name: string; description: string }[] = [
  ...Object.entries(ROWS).map(([name, description]) => ({ name, description })),
  ...CLAUSES.map(({ tag, row, clause }) => ({ name: tag, description: `${row}: ${clause}` })),
  ...Object.entries(DEFECTS).map(([name, defect]) => ({ name, description: `absent: ${defect}` })),
]
