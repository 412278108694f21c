'use client'
/** Makes a link of the workspace, copies it, and reports both. */
import { Dialog } from 'radix-ui'
import { useEffect, useRef, useState } from 'react'
import { encodeLink, wordOnLength } from '../share/link.ts'
import { NEWEST_TEMPLATE, TEMPLATES } from '../share/templates.ts'
import type { WorkState } from '../workspace/workspace.ts'
import bench from './bench.module.css'
import { CloseIcon } from './icons.tsx'
import style from './share-dialog.module.css'
import { useReturn } from './use-return.ts'

interface ShareDialogProps {
  state: WorkState
  engine: string
  onClose: () => void
}

type Copied = 'copying' | 'copied' | 'refused'

export function ShareDialog({ state, engine, onClose }: ShareDialogProps) {
  const comeBack = useReturn()
  const [made] = useState(() => makeLink(state, engine))
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
          <Dialog.Title>Share</Dialog.Title>
          <Dialog.Description className={bench.note}>
            The link itself carries your files; nothing is stored elsewhere. Whoever opens it gets a
            copy, which runs when they say so.
          </Dialog.Description>
          {link ? (
            <>
              <div className={style.row}>
                <input
                  ref={field}
                  className={bench.field}
                  readOnly
                  value={link}
                  aria-label="Link"
                  onFocus={(event) => event.target.select()}
                />
                <button
                  type="button"
                  className={bench.primary}
                  onClick={() => void copy(link, field.current).then(setCopied)}
                >
                  Copy
                </button>
              </div>
              <p role="status" data-copied={copied} className={style.word}>
                {COPIED[copied]}
              </p>
              {wordOnLength(link) && <p className={style.warn}>{wordOnLength(link)}</p>}
            </>
          ) : (
            <p role="alert" className={bench.fault}>
              {made.problem}
            </p>
          )}
          <Dialog.Close className={`${bench.icon} ${bench.dialogClose}`} aria-label="Close">
            <CloseIcon />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const COPIED: Record<Copied, string> = {
  copying: 'Copying …',
  copied: 'The link is copied. Paste it where you want it.',
  refused:
    'The browser did not allow this page to copy. The link is selected: copy it from the field.',
}

interface Made {
  link?: string
  problem?: string
}

function makeLink({ files, entry, open }: WorkState, engine: string): Made {
  try {
    const shared = { files, entry, open, engine }
    const hash = encodeLink(shared, nearestTemplate(files))
    return { link: `${location.origin}/playground${hash}` }
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
