'use client'
/** Makes a project of the reader's files, gives it to the browser as a download, and says what to do with it. */
import { Dialog } from 'radix-ui'
import { useEffect, useState } from 'react'
import type { WorkState } from '../workspace/workspace.ts'
import bench from './bench.module.css'
import { CloseIcon } from './icons.tsx'
import style from './take-home-dialog.module.css'
import { useReturn } from './use-return.ts'
import { useWords } from './use-words.ts'

interface TakeHomeDialogProps {
  state: WorkState
  onClose: () => void
}

/** Milliseconds without a byte after which the reader is told, and can give up. */
const SLOW_MS = 5_000

type Progress =
  /** Slow: nothing has come for a while. */
  | { name: 'making' | 'slow'; bytes: number }
  | { name: 'made'; file: string; bytes: number; milliseconds: number }
  | { name: 'failed'; why: string }

export function TakeHomeDialog({ state, onClose }: TakeHomeDialogProps) {
  const words = useWords()
  const said = words.takeHome
  const comeBack = useReturn()
  // What is typed meanwhile in another tab is for the next download.
  const [{ files, entry }] = useState(state)
  const [progress, setProgress] = useState<Progress>({ name: 'making', bytes: 0 })
  const [times, setTimes] = useState(1)

  useEffect(() => {
    const over = new AbortController()
    const show = (next: Progress) => !over.signal.aborted && setProgress(next)
    let slow: ReturnType<typeof setTimeout>
    const come = (bytes: number) => {
      show({ name: 'making', bytes })
      clearTimeout(slow)
      slow = setTimeout(() => show({ name: 'slow', bytes }), SLOW_MS)
    }
    const end = (next: Progress) => {
      clearTimeout(slow)
      show(next)
    }
    come(0)
    const make = async () => {
      const { makeDownload } = await import('../take-home/download.ts')
      const { name, blob, milliseconds } = await makeDownload(
        { files, entry },
        {
          lang: words.lang,
          signal: over.signal,
          onBytes: come,
        },
      )
      if (over.signal.aborted) return
      const file = `${name}.zip`
      save(blob, file)
      end({ name: 'made', file, bytes: blob.size, milliseconds })
    }
    make().catch((cause) =>
      end({ name: 'failed', why: cause instanceof Error ? cause.message : String(cause) }),
    )
    return () => {
      clearTimeout(slow)
      over.abort()
    }
  }, [files, entry, words.lang, times])

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={bench.veil} />
        <Dialog.Content className={bench.dialog} onCloseAutoFocus={comeBack}>
          <Dialog.Title>{said.title}</Dialog.Title>
          <Dialog.Description className={bench.note}>{said.about}</Dialog.Description>
          <div className={style.row}>
            <p role="status" data-progress={progress.name} className={style.progress}>
              {progress.name === 'making' && said.making(kilobytes(progress.bytes))}
              {progress.name === 'slow' && said.slow(kilobytes(progress.bytes))}
              {progress.name === 'made' &&
                said.made(progress.file, kilobytes(progress.bytes), progress.milliseconds)}
              {progress.name === 'failed' && (
                <>
                  {said.failed} <span lang="en">{progress.why}</span>
                </>
              )}
            </p>
            {progress.name === 'slow' && (
              <button type="button" className={bench.button} onClick={onClose}>
                {said.cancel}
              </button>
            )}
            <button
              type="button"
              className={bench.button}
              disabled={progress.name === 'making'}
              onClick={() => setTimes(times + 1)}
            >
              {progress.name === 'slow' ? said.retry : said.again}
            </button>
          </div>
          <p>{said.next}</p>
          <pre className={style.commands}>{said.commands}</pre>
          <p className={bench.note}>{said.guide}</p>
          <Dialog.Close className={`${bench.icon} ${bench.dialogClose}`} aria-label={words.close}>
            <CloseIcon />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const kilobytes = (bytes: number) => Math.round(bytes / 1024)

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
