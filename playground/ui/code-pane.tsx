'use client'
/** The pane with the editor; it loads Monaco once the reader is active and it is visible. */
import {
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import type { Problem } from '../container/types.ts'
import { type CodeEditor, loadCodeEditor } from '../editor/index.ts'
import type { WorkState, Workspace } from '../workspace/workspace.ts'
import bench from './bench.module.css'
import style from './code-pane.module.css'
import { composed, handOver, setCaretIn } from './still-caret.ts'
import { StillCode } from './still-code.tsx'
import { keepTabLeaves, readTabLeaves } from './tab-key.ts'
import { useAwake } from './use-awake.ts'
import { useSave } from './use-save.ts'

export interface CodePaneHandle {
  /** Opens the file there and takes the focus; the pane must be on the screen. */
  reveal(file: string, line: number, column: number): void
}

interface CodePaneProps {
  workspace: Workspace
  /** Delays the loading of the editor. */
  held: boolean
  state: WorkState
  problems: readonly Problem[]
  onRun: () => void
  /** Called with what the editor underlines. */
  onMarks: (problems: readonly Problem[]) => void
  onNotice: (sentence: string) => void
  handle: RefObject<CodePaneHandle | null>
}

export function CodePane(props: CodePaneProps) {
  const { workspace, held, state, problems, onRun, onMarks, onNotice, handle } = props
  const place = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<CodeEditor>()
  const still = useRef<HTMLTextAreaElement>(null)
  const awake = useAwake()
  const [tabLeaves, setTabLeaves] = useState(readTabLeaves)
  const [failed, setFailed] = useState(false)
  const said = useRef({ onRun, onMarks, onNotice })
  said.current = { onRun, onMarks, onNotice }

  const chooseTab = (leaves: boolean) => {
    setTabLeaves(leaves)
    keepTabLeaves(leaves)
  }

  useEffect(() => {
    const element = place.current
    if (!element || held || !awake) return
    let gone = false
    let unmake = () => {}
    const load = async () => {
      try {
        const { createCodeEditor } = await loadCodeEditor()
        await composed(still.current)
        if (gone) return
        const settings = { ...TYPES, tabLeaves: readTabLeaves() }
        const made = createCodeEditor(element, settings, {
          onEdit: (name, text) => workspace.edit(name, text),
          onCaret: (name, caret) => workspace.setCaret(name, caret),
          onRun: () => said.current.onRun(),
          onTabLeaves: chooseTab,
          onMarks: (marks) => said.current.onMarks(marks),
          onNotice: (sentence) => said.current.onNotice(sentence),
        })
        // Reads the workspace itself, since a render may be some characters behind.
        const show = () => made.show(workspace.getState())
        const leave = workspace.subscribe(show)
        unmake = () => {
          leave()
          made.dispose()
        }
        show()
        // All in one task, so that every key goes to one or the other.
        if (still.current) handOver(still.current, workspace.getState().open, made)
        flushSync(() => setEditor(made))
      } catch {
        if (!gone) setFailed(true)
      }
    }
    const leave = whenSeen(element, load)
    return () => {
      gone = true
      leave()
      setEditor(undefined)
      unmake()
    }
  }, [workspace, held, awake])

  const { open } = state
  useLayoutEffect(() => {
    const caret = workspace.getState().carets[open] ?? { line: 1, column: 1 }
    if (still.current) setCaretIn(still.current, caret)
  }, [workspace, open])

  useSave(workspace, editor, onNotice)
  useEffect(() => editor?.mark(problems), [editor, problems])

  useImperativeHandle(handle, () => ({
    reveal(file, line, column) {
      if (!(file in workspace.getState().files)) return
      flushSync(() => workspace.openFile(file))
      if (editor) editor.reveal(file, { line, column })
      else if (still.current) {
        setCaretIn(still.current, { line, column })
        still.current.focus()
      }
    },
  }))

  return (
    <div className={style.pane}>
      <div ref={place} className={style.place} data-editor={editor ? 'ready' : 'loading'} />
      {!editor && (
        <StillCode
          key={open}
          ref={still}
          name={open}
          text={state.files[open] ?? ''}
          tabLeaves={tabLeaves}
          onEdit={(text) => workspace.edit(open, text)}
          onRun={onRun}
        />
      )}
      {failed && (
        <p role="alert" className={style.failed}>
          The editor did not load: the network dropped it, or a program blocks it. You can write and
          run without it. Reload the page to try again.
        </p>
      )}
      <div className={style.foot}>
        <button
          type="button"
          className={style.tabKey}
          aria-pressed={tabLeaves}
          onClick={() => (editor ? editor.setTabLeaves(!tabLeaves) : chooseTab(!tabLeaves))}
        >
          {tabLeaves ? 'Tab leaves the editor' : 'Tab indents'}
          <kbd>Ctrl+M</kbd>
        </button>
        <button
          type="button"
          className={style.tabKey}
          disabled={!editor}
          onClick={() => void editor?.format()}
        >
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
