/** How one project's files become another's, line by line, with what is unchanged folded away. */
import { diffLines } from 'diff'

type Files = Readonly<Record<string, string>>

export type DiffRow =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }
  | { readonly kind: 'fold'; readonly lines: number }

export interface FileDiff {
  readonly file: string
  readonly added: number
  readonly removed: number
  readonly rows: readonly DiffRow[]
}

/** Unchanged lines that stay on each side of a change. */
const CONTEXT = 3

/** The files that differ, in the order of `after` and then those that go. */
export function lineDiff(before: Files, after: Files): FileDiff[] {
  const gone = Object.keys(before).filter((file) => !(file in after))
  return [...Object.keys(after), ...gone]
    .filter((file) => before[file] !== after[file])
    .map((file) => fileDiff(file, before[file] ?? '', after[file] ?? ''))
}

function fileDiff(file: string, before: string, after: string): FileDiff {
  const rows = diffLines(before, after).flatMap(({ value, added, removed }) => {
    const kind = added ? 'added' : removed ? 'removed' : 'same'
    return value
      .replace(/\n$/, '')
      .split('\n')
      .map((text) => ({ kind, text }) as const)
  })
  const count = (kind: string) => rows.filter((row) => row.kind === kind).length
  return { file, added: count('added'), removed: count('removed'), rows: folded(rows) }
}

type LineRow = Exclude<DiffRow, { kind: 'fold' }>

function folded(rows: readonly LineRow[]): DiffRow[] {
  const isNear = (at: number) =>
    rows.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ kind }) => kind !== 'same')
  const shown: DiffRow[] = []
  for (const [at, row] of rows.entries()) {
    const last = shown.at(-1)
    if (row.kind !== 'same' || isNear(at)) shown.push(row)
    else if (last?.kind === 'fold')
      shown[shown.length - 1] = { kind: 'fold', lines: last.lines + 1 }
    else shown.push({ kind: 'fold', lines: 1 })
  }
  return shown
}
