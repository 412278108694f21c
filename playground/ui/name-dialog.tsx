'use client'
/** Asks for the name of a file and reports at once what is wrong with it. */
import { Dialog } from 'radix-ui'
import { type FormEvent, useId, useRef, useState } from 'react'
import { nameProblem } from '../workspace/file-names.ts'
import bench from './bench.module.css'
import { useReturn } from './use-return.ts'
import { useWords } from './use-words.ts'

interface NameDialogProps {
  title: string
  verb: string
  name: string
  taken: readonly string[]
  onNamed: (name: string) => void
  onClose: () => void
  /** Gets the focus once a name was given; without it, the focus goes back to where it was. */
  onFocusAfter?: ((name: string) => void) | undefined
}

export function NameDialog(props: NameDialogProps) {
  const { title, verb, name, taken, onNamed, onClose, onFocusAfter } = props
  const words = useWords()
  const comeBack = useReturn()
  const [text, setText] = useState(name)
  const [asked, setAsked] = useState(false)
  const id = useId()
  const problem = nameProblem(text, taken, words.files.refused)
  const shown = asked || (text !== name && text.includes('.')) ? problem : null

  const named = useRef('')
  const focusAfter = (event: Event) => {
    if (!named.current || !onFocusAfter) return comeBack(event)
    event.preventDefault()
    onFocusAfter(named.current)
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (problem) return
    onNamed(text)
    named.current = text
    onClose()
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={bench.veil} />
        <Dialog.Content
          className={bench.dialog}
          onCloseAutoFocus={focusAfter}
          aria-describedby={undefined}
        >
          <Dialog.Title>{title}</Dialog.Title>
          <form onSubmit={submit} className="contents">
            <label htmlFor={id}>{words.files.name}</label>
            <input
              id={id}
              className={bench.field}
              value={text}
              autoComplete="off"
              spellCheck={false}
              aria-invalid={shown !== null}
              aria-describedby={`${id}-says`}
              onChange={(event) => setText(event.target.value)}
              onFocus={(event) => selectStem(event.target)}
            />
            <p id={`${id}-says`} className={shown ? bench.fault : bench.note} role="status">
              {shown ?? words.files.endings}
            </p>
            <div className={bench.actions}>
              <Dialog.Close className={bench.button}>{words.cancel}</Dialog.Close>
              <button type="submit" className={bench.primary}>
                {verb}
              </button>
            </div>
          </form>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** The ending usually stays: typing replaces the part before it. */
function selectStem(field: HTMLInputElement) {
  const dot = field.value.lastIndexOf('.')
  field.setSelectionRange(0, dot > 0 ? dot : field.value.length)
}
