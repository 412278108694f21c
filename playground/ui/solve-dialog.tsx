'use client'
/** Shows how the reader's files would become the solution, line by line, before anything is replaced. */
import { Dialog } from 'radix-ui'
import { useMemo } from 'react'
import type { Project } from '../container/types.ts'
import bench from './bench.module.css'
import { type DiffRow, type FileDiff, lineDiff } from './line-diff.ts'
import style from './solve-dialog.module.css'
import { useReturn } from './use-return.ts'
import { useWords } from './use-words.ts'
import type { Words } from './words/words.ts'

interface SolveDialogProps {
  /** The reader's files. */
  files: Project['files']
  solution: Project
  onTake: () => void
  onClose: () => void
}

export function SolveDialog({ files, solution, onTake, onClose }: SolveDialogProps) {
  const words = useWords().solve
  const comeBack = useReturn()
  const diffs = useMemo(() => lineDiff(files, solution.files), [files, solution])
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={bench.veil} />
        <Dialog.Content className={`${bench.dialog} ${style.dialog}`} onCloseAutoFocus={comeBack}>
          <Dialog.Title>{words.name}</Dialog.Title>
          <Dialog.Description className={bench.note}>
            {diffs.length > 0 ? words.about : words.same}
          </Dialog.Description>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <section className={style.diffs} tabIndex={0} aria-label={words.name}>
            {diffs.map((diff) => (
              <FileRows key={diff.file} diff={diff} words={words} />
            ))}
          </section>
          <div className={bench.actions}>
            <Dialog.Close className={bench.button}>{words.keep}</Dialog.Close>
            {diffs.length > 0 && (
              <button type="button" className={bench.primary} onClick={onTake}>
                {words.take}
              </button>
            )}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function FileRows({ diff, words }: { diff: FileDiff; words: Words['solve'] }) {
  return (
    <div className={style.file}>
      <h3>{words.file(diff.file, diff.added, diff.removed)}</h3>
      <pre lang="en">
        {diff.rows.map((row, at) => (
          <Row key={at} row={row} words={words} />
        ))}
      </pre>
    </div>
  )
}

function Row({ row, words }: { row: DiffRow; words: Words['solve'] }) {
  switch (row.kind) {
    case 'same':
      return <span className={style.same}>{`  ${row.text}\n`}</span>
    case 'added':
      return (
        <ins className={style.added}>
          <span className={bench.unseen}>{words.added} </span>
          {`+ ${row.text}\n`}
        </ins>
      )
    case 'removed':
      return (
        <del className={style.removed}>
          <span className={bench.unseen}>{words.removed} </span>
          {`− ${row.text}\n`}
        </del>
      )
    case 'fold':
      return <span className={style.fold}>{`${words.unchanged(row.lines)}\n`}</span>
    default:
      return row satisfies never
  }
}
