'use client'
/** The pane with the editor: code to read, until the reader goes into it and Monaco takes its place. */
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
import { atRest, handOver, keepLineIn, setCaretIn, showLineIn } from './still-caret.ts'
import { StillCode } from './still-code.tsx'
import { keepTabLeaves, readTabLeaves } from './tab-key.ts'
import type { Say } from './use-notices.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

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
  onNotice: Say
  handle: RefObject<CodePaneHandle | null>
}

export function CodePane(props: CodePaneProps) {
  const { workspace, held, state, problems, onRun, onMarks, onNotice, handle } = props
  const words = useWords().editor
  const place = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<CodeEditor>()
  const still = useRef<HTMLTextAreaElement>(null)
  const [entered, setEntered] = useState(false)
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
    if (!element || held || !entered) return
    let gone = false
    let unmake = () => {}
    const load = async () => {
      try {
        const { createCodeEditor } = await loadCodeEditor()
        await atRest(still.current)
        if (gone) return
        const settings = { ...TYPES, tabLeaves: readTabLeaves() }
        const made = createCodeEditor(element, settings, {
          onEdit: (name, text) => workspace.edit(name, text),
          onCaret: (name, caret) => workspace.setCaret(name, caret),
          onRun: () => said.current.onRun(),
          onTabLeaves: chooseTab,
          onMarks: (marks) => said.current.onMarks(marks),
          onNotice: (sentence) => said.current.onNotice(sentence, undefined, 'en'),
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
    void load()
    return () => {
      gone = true
      setEditor(undefined)
      unmake()
    }
  }, [workspace, held, entered])

  const { open } = state
  useLayoutEffect(() => {
    const caret = workspace.getState().carets[open] ?? { line: 1, column: 1 }
    if (!still.current) return
    setCaretIn(still.current, caret)
    return keepLineIn(still.current, caret.line)
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
        showLineIn(still.current, line)
        still.current.focus({ preventScroll: true })
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
          onEnter={() => setEntered(true)}
        />
      )}
      {failed && (
        <p role="alert" className={style.failed}>
          {words.failed}
        </p>
      )}
      <div className={style.foot}>
        <button
          type="button"
          className={style.tabKey}
          aria-pressed={tabLeaves}
          onClick={() => (editor ? editor.setTabLeaves(!tabLeaves) : chooseTab(!tabLeaves))}
        >
          {tabLeaves ? words.tabLeaves : words.tabIndents}
          <kbd>Ctrl+M</kbd>
        </button>
        <button
          type="button"
          className={style.tabKey}
          disabled={!editor}
          onClick={() => void editor?.format()}
        >
          {words.format}
          <kbd>Shift+Alt+F</kbd>
        </button>
        <span className={bench.gap} />
        <span className={style.kept} data-saved={state.saved}>
          {state.warning ? words.notKept : state.saved ? words.kept : words.keeping}
        </span>
      </div>
    </div>
  )
}

const TYPES = { engineTypes: '/telar-types.json', nodeTypes: '/telar-node-types.json' }
