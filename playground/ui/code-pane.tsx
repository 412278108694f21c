'use client'
/** The pane that holds the editor; it loads Monaco once the reader is there and looks at it. */
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { Problem } from '../container/types.ts'
import { type CodeEditor, loadCodeEditor } from '../editor/index.ts'
import type { WorkState, Workspace } from '../workspace/workspace.ts'
import bench from './bench.module.css'
import style from './code-pane.module.css'
import { caretIn, StillCode } from './still-code.tsx'
import { keepTabLeaves, readTabLeaves } from './tab-key.ts'
import { useAwake } from './use-awake.ts'
import { useSave } from './use-save.ts'

export interface CodePaneHandle {
  reveal(file: string, line: number, column: number): void
}

interface CodePaneProps {
  workspace: Workspace
  /** Keeps the editor from loading yet; only looked at until it does. */
  held: boolean
  state: WorkState
  problems: readonly Problem[]
  onRun: () => void
  /** Told what the editor underlines. */
  onMarks: (problems: readonly Problem[]) => void
  onNotice: (sentence: string) => void
  handle: RefObject<CodePaneHandle | null>
}

export function CodePane(props: CodePaneProps) {
  const { workspace, held, state, problems, onRun, onMarks, onNotice, handle } = props
  const place = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<CodeEditor>()
  const still = useRef<HTMLDivElement>(null)
  const awake = useAwake()
  const [tabLeaves, setTabLeaves] = useState(readTabLeaves)
  const [failed, setFailed] = useState(false)
  const said = useRef({ onRun, onMarks, onNotice })
  said.current = { onRun, onMarks, onNotice }
  const wanted = useRef<Parameters<CodePaneHandle['reveal']>>(undefined)

  useEffect(() => {
    const element = place.current
    if (!element || held || !awake) return
    let gone = false
    let made: CodeEditor | undefined
    const load = async () => {
      try {
        const { createCodeEditor } = await loadCodeEditor()
        if (gone) return
        const settings = { ...TYPES, tabLeaves: readTabLeaves() }
        if (still.current && document.activeElement === still.current) {
          const { open, carets } = workspace.getState()
          const { line, column } = caretIn(still.current) ?? carets[open] ?? { line: 1, column: 1 }
          wanted.current = [open, line, column]
        }
        made = createCodeEditor(element, settings, {
          onEdit: (name, text) => workspace.edit(name, text),
          onCaret: (name, caret) => workspace.setCaret(name, caret),
          onRun: () => said.current.onRun(),
          onTabLeaves: (leaves) => {
            setTabLeaves(leaves)
            keepTabLeaves(leaves)
          },
          onMarks: (marks) => said.current.onMarks(marks),
          onNotice: (sentence) => said.current.onNotice(sentence),
        })
        setEditor(made)
      } catch {
        if (!gone) setFailed(true)
      }
    }
    const leave = whenSeen(element, load)
    return () => {
      gone = true
      leave()
      setEditor(undefined)
      made?.dispose()
    }
  }, [workspace, held, awake])

  useSave(workspace, editor, onNotice)
  useEffect(() => editor?.show(state), [editor, state])
  useEffect(() => editor?.mark(problems), [editor, problems])
  useEffect(() => {
    if (!editor || wanted.current?.[0] !== state.open) return
    editor.reveal(...wanted.current)
    wanted.current = undefined
  })

  useImperativeHandle(handle, () => ({
    reveal(file, line, column) {
      wanted.current = [file, line, column]
      if (!(file in workspace.getState().files)) return
      if (workspace.getState().open === file) editor?.reveal(file, line, column)
      else workspace.openFile(file)
    },
  }))

  return (
    <div className={style.pane}>
      <div ref={place} className={style.place} data-editor={editor ? 'ready' : 'loading'} />
      {!editor && <StillCode ref={still} name={state.open} text={state.files[state.open] ?? ''} />}
      {failed && (
        <p role="alert" className={style.failed}>
          The editor did not load: the network dropped it, or a program blocks it. Your code is
          safe. Reload the page to try again.
        </p>
      )}
      <div className={style.foot}>
        <button
          type="button"
          className={style.tabKey}
          aria-pressed={tabLeaves}
          onClick={() => editor?.setTabLeaves(!tabLeaves)}
        >
          {tabLeaves ? 'Tab leaves the editor' : 'Tab indents'}
          <kbd>Ctrl+M</kbd>
        </button>
        <button type="button" className={style.tabKey} onClick={() => void editor?.format()}>
          Format<kbd>Shift+Alt+F</kbd>
        </button>
        <span className={bench.gap} />
        <span className={style.kept} data-saved={state.saved}>
          {state.warning ? 'Not kept' : state.saved ? 'Kept in this browser' : 'Keeping …'}
        </span>
      </div>
    </div>
  )
}

const TYPES = { engineTypes: '/telar-types.json', nodeTypes: '/telar-node-types.json' }

/** Calls `act` once the element is on the screen, now or later. */
function whenSeen(element: HTMLElement, act: () => void): () => void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return
    observer.disconnect()
    act()
  })
  observer.observe(element)
  return () => observer.disconnect()
}
