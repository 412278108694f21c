'use client'
/** Makes a link of the workspace, copies it, and reports both. */
import { Dialog } from 'radix-ui'
import { useEffect, useRef, useState } from 'react'
import { encodeLink, LONG_FOR_CHAT } from '../share/link.ts'
import { NEWEST_TEMPLATE, TEMPLATES } from '../share/templates.ts'
import type { WorkState } from '../workspace/workspace.ts'
import bench from './bench.module.css'
import { CloseIcon } from './icons.tsx'
import style from './share-dialog.module.css'
import { useReturn } from './use-return.ts'
import { useWords } from './use-words.ts'

interface ShareDialogProps {
  state: WorkState
  engine: string
  onClose: () => void
}

type Copied = 'copying' | 'copied' | 'refused'

export function ShareDialog({ state, engine, onClose }: ShareDialogProps) {
  const words = useWords()
  const said = words.share
  const comeBack = useReturn()
  const [made] = useState(() => makeLink(state, engine, words.playground.path))
  const [copied, setCopied] = useState<Copied>('copying')
  const field = useRef<HTMLInputElement>(null)
  const { link } = made

  useEffect(() => {
    if (link) copy(link, field.current).then(setCopied)
  }, [link])

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={bench.veil} />
        <Dialog.Content
          className={bench.dialog}
          onCloseAutoFocus={comeBack}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            field.current?.select()
          }}
        >
          <Dialog.Title>{said.name}</Dialog.Title>
          <Dialog.Description className={bench.note}>{said.about}</Dialog.Description>
          {link ? (
            <>
              <div className={style.row}>
                <input
                  ref={field}
                  className={bench.field}
                  readOnly
                  value={link}
                  aria-label={said.link}
                  onFocus={(event) => event.target.select()}
                />
                <button
                  type="button"
                  className={bench.primary}
                  onClick={() => void copy(link, field.current).then(setCopied)}
                >
                  {said.copy}
                </button>
              </div>
              <p role="status" data-copied={copied} className={style.word}>
                {said.copied[copied]}
              </p>
              {link.length > LONG_FOR_CHAT && (
                <p className={style.warn}>{said.long(link.length, LONG_FOR_CHAT)}</p>
              )}
            </>
          ) : (
            <p role="alert" className={bench.fault} lang="en">
              {made.problem}
            </p>
          )}
          <Dialog.Close className={`${bench.icon} ${bench.dialogClose}`} aria-label={words.close}>
            <CloseIcon />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface Made {
  link?: string
  problem?: string
}

function makeLink({ files, entry, open }: WorkState, engine: string, path: string): Made {
  try {
    const shared = { files, entry, open, engine }
    const hash = encodeLink(shared, nearestTemplate(files))
    return { link: `${location.origin}${path}${hash}` }
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) }
  }
}

/** A template makes the link shorter only if some of its files are still there. */
function nearestTemplate(files: Readonly<Record<string, string>>): string | undefined {
  const { files: base } = TEMPLATES[NEWEST_TEMPLATE]!
  return Object.keys(base).some((name) => files[name] === base[name]) ? NEWEST_TEMPLATE : undefined
}

async function copy(link: string, field: HTMLInputElement | null): Promise<Copied> {
  try {
    await navigator.clipboard.writeText(link)
    return 'copied'
  } catch {
    field?.select()
    return 'refused'
  }
}
