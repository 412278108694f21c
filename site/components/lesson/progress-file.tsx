'use client'
/** Saves the reader's progress and code as one file, and loads one after asking. */
import { type ChangeEvent, useEffect, useId, useRef, useState } from 'react'
import { canUndo, readKept, replaceKept, undoReplace } from '../../lib/kept-here.ts'
import {
  type ProgressFile as File,
  type Kept,
  ProgressFileError,
  readProgressFile,
  writeProgressFile,
} from '../../lib/progress-file.ts'
import type { ProgressFileWords } from '../../words/progress-file/words.ts'
import style from './progress-file.module.css'

interface ProgressFileProps {
  /** All lessons and tests of parts. */
  slugs: readonly string[]
  words: ProgressFileWords
}

interface Offered {
  file: File
  here: Kept
}

export function ProgressFile({ slugs, words }: ProgressFileProps) {
  const [said, setSaid] = useState<{ text: string; isFault?: boolean }>()
  const [undoable, setUndoable] = useState(false)
  const [offered, setOffered] = useState<Offered>()
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()

  useEffect(() => setUndoable(canUndo()), [])
  useEffect(() => {
    if (offered) dialog.current?.showModal()
    else dialog.current?.close()
  }, [offered])

  const save = async () => {
    const begun = performance.now()
    setSaid({ text: words.saving })
    const file = new Blob([writeProgressFile(await readKept(slugs), new Date())], {
      type: 'application/json',
    })
    download(file)
    setSaid({ text: words.saved(file.size, performance.now() - begun) })
  }
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = target.files ?? []
    if (!chosen) return
    try {
      const file = readProgressFile(await chosen.text())
      setSaid(undefined)
      setOffered({ file, here: await readKept(slugs) })
    } catch (cause) {
      if (!(cause instanceof ProgressFileError)) throw cause
      setSaid({ text: words.problem(cause.code, cause.at), isFault: true })
    } finally {
      // The same file can be chosen again.
      target.value = ''
    }
  }
  const replace = async () => {
    if (!offered) return
    const begun = performance.now()
    setOffered(undefined)
    setSaid({ text: words.loading })
    await replaceKept(slugs, offered.file)
    setUndoable(true)
    setSaid({ text: words.loaded(performance.now() - begun) })
  }
  const undo = async () => {
    await undoReplace(slugs)
    setUndoable(false)
    setSaid({ text: words.undone })
  }

  return (
    <section aria-labelledby={`${id}-title`} className={style.file}>
      <h2 id={`${id}-title`}>{words.title}</h2>
      <p>{words.about}</p>
      <div className={style.row}>
        <button type="button" onClick={() => void save()}>
          {words.save}
        </button>
        <button type="button" onClick={() => field.current?.click()}>
          {words.load}
        </button>
        <input
          ref={field}
          type="file"
          accept=".json,application/json"
          aria-label={words.load}
          hidden
          onChange={(event) => void choose(event)}
        />
        {undoable && (
          <button type="button" onClick={() => void undo()}>
            {words.undo}
          </button>
        )}
      </div>
      <p role="status" data-fault={said?.isFault ?? false}>
        {said?.text}
      </p>
      <dialog
        ref={dialog}
        className={style.dialog}
        aria-labelledby={`${id}-ask`}
        onClose={() => setOffered(undefined)}
      >
        {offered && (
          <>
            <h2 id={`${id}-ask`}>{words.ask}</h2>
            <p>
              {words.question(
                new Date(offered.file.written),
                counts(offered.file),
                counts(offered.here),
              )}
            </p>
            <div className={style.row}>
              <button type="button" onClick={() => setOffered(undefined)}>
                {words.cancel}
              </button>
              <button type="button" className={style.primary} onClick={() => void replace()}>
                {words.replace}
              </button>
            </div>
          </>
        )}
      </dialog>
    </section>
  )
}

const counts = ({ progress, code }: Kept) => ({
  passed: Object.entries(progress).filter(([slug, { done }]) => done && !TEST.test(slug)).length,
  code: Object.keys(code).length,
})

const TEST = /^part-\d-test$/

function download(file: Blob): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = 'telar-progress.json'
  link.click()
  URL.revokeObjectURL(url)
}
