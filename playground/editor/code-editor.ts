/** The editor on the page: shows the workspace's files, reports what the reader does, marks problems. */
import type { editor, IDisposable, IRange } from 'monaco-editor/editor/editor.api.js'
import type { Problem } from '../container/types.ts'
import { loadEngineTypes, loadNodeTypes, usesNode } from './engine-types.ts'
import { type Monaco, setUpMonaco, useDeclarations, useFormatter } from './monaco.ts'
import { isDark, onThemeChange, readPalette, themeOf } from './theme.ts'

/** What the editor shows of a workspace. */
export interface Shown {
  readonly files: Readonly<Record<string, string>>
  readonly open: string
  readonly carets: Readonly<Record<string, CaretPosition>>
}

/** Lines and columns count from 1. */
interface CaretPosition {
  readonly line: number
  readonly column: number
}

export interface CodeEditorEvents {
  onEdit(name: string, text: string): void
  onCaret(name: string, caret: CaretPosition): void
  onRun(): void
  /** Whether Tab moves the focus out of the editor now. */
  onTabLeaves(leaves: boolean): void
  /** What the editor underlines by itself: type errors, and syntax errors during typing. */
  onMarks(problems: readonly Problem[]): void
  /** A sentence for the reader. */
  onNotice(sentence: string): void
}

export interface CodeEditor {
  /** Updates files, open file and, for a file first shown, the caret, to match the workspace. */
  show(shown: Shown): void
  mark(problems: readonly Problem[]): void
  /** Selects a range in the open file, or sets the caret, and takes the focus. */
  reveal(name: string, from: CaretPosition, to?: CaretPosition): void
  /** In pixels from the top of the open file. */
  scrollTo(top: number): void
  format(): Promise<void>
  setTabLeaves(leaves: boolean): void
  focus(): void
  dispose(): void
}

interface CodeEditorSettings {
  /** Where the declarations are fetched from. */
  readonly engineTypes: string
  readonly nodeTypes: string
  /** Whether Tab moves the focus out of the editor at first. */
  readonly tabLeaves: boolean
}

const MARKS = 'telar'

/** Creates an editor in `element`, with the colours of its design tokens. */
export function createCodeEditor(
  element: HTMLElement,
  { engineTypes, nodeTypes, tabLeaves: startsLeaving }: CodeEditorSettings,
  events: CodeEditorEvents,
): CodeEditor {
  const monaco = setUpMonaco()
  const models = new Map<string, editor.ITextModel>()
  const views = new Map<string, editor.ICodeEditorViewState | null>()
  const leaving: IDisposable[] = []
  let open = ''
  // Text set from outside must not be reported back as typed.
  let isFollowing = false
  let tabLeaves = startsLeaving
  let marks: readonly Problem[] = []

  dress(monaco, element)
  const view = monaco.editor.create(element, {
    ...OPTIONS,
    fontFamily: getComputedStyle(element).getPropertyValue('--font-mono') || 'monospace',
    wordWrap: element.clientWidth < 480 ? 'on' : 'off',
    model: null,
  })
  const stopDressing = onThemeChange(() => dress(monaco, element))
  document.fonts?.ready.then(() => monaco.editor.remeasureFonts())
  const declare = (whose: string, loading: ReturnType<typeof loadEngineTypes>) =>
    loading.then(useDeclarations, (cause: Error) =>
      events.onNotice(
        `${whose} types did not load (${cause.message}), so completion knows less. Reload the page to try again.`,
      ),
    )
  void declare('The engine’s', loadEngineTypes(engineTypes))
  let knowsNode = false
  const lookForNode = (text: string) => {
    if (knowsNode || !usesNode(text)) return
    knowsNode = true
    void declare('Node’s', loadNodeTypes(nodeTypes))
  }

  function setTabLeaves(leaves: boolean) {
    tabLeaves = leaves
    view.updateOptions({ tabFocusMode: leaves })
    events.onTabLeaves(leaves)
  }

  const { CtrlCmd, WinCtrl, Shift, Alt } = monaco.KeyMod
  const control = /Mac/.test(navigator.platform) ? WinCtrl : CtrlCmd
  const act = (id: string, label: string, keybindings: number[], run: () => void) =>
    leaving.push(view.addAction({ id, label, keybindings, run }))
  act('telar.run', 'Run', [CtrlCmd | monaco.KeyCode.Enter], () => events.onRun())
  act('telar.tab', 'Tab leaves the editor, or indents', [control | monaco.KeyCode.KeyM], () =>
    setTabLeaves(!tabLeaves),
  )
  act('telar.format', 'Format', [Shift | Alt | monaco.KeyCode.KeyF], () => void formatOpen())
  leaving.push(
    useFormatter((sentence) => events.onNotice(sentence)),
    view.onDidChangeCursorPosition(({ position }) => {
      if (isFollowing || !open) return
      events.onCaret(open, { line: position.lineNumber, column: position.column })
    }),
  )
  setTabLeaves(startsLeaving)
  leaving.push(monaco.editor.onDidChangeMarkers(() => events.onMarks(marked(monaco, models))))

  const formatOpen = async () => {
    await view.getAction('editor.action.formatDocument')?.run()
  }

  function modelOf(name: string, text: string): editor.ITextModel {
    const standing = models.get(name)
    if (standing) return standing
    const uri = monaco.Uri.parse(`file:///${name}`)
    monaco.editor.getModel(uri)?.dispose()
    const model = monaco.editor.createModel(text, languageOf(name), uri)
    model.updateOptions({
      tabSize: 2,
      insertSpaces: true,
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    })
    if (name.endsWith('.ts')) lookForNode(text)
    model.onDidChangeContent(() => {
      if (name.endsWith('.ts')) lookForNode(model.getValue())
      if (!isFollowing) events.onEdit(name, model.getValue())
    })
    models.set(name, model)
    return model
  }

  function follow(model: editor.ITextModel, text: string) {
    if (model.getValue() === text) return
    // As an edit, so that it can be undone and the caret stays in its line.
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null)
  }

  function showOpen(shown: Shown) {
    if (shown.open === open && view.getModel()) return
    if (open) views.set(open, view.saveViewState())
    open = shown.open
    view.setModel(models.get(open) ?? null)
    const before = views.get(open)
    const caret = shown.carets[open]
    if (before) view.restoreViewState(before)
    else if (caret) {
      view.setPosition({ lineNumber: caret.line, column: caret.column })
      view.revealLineInCenter(caret.line)
    }
  }

  function mark(problems: readonly Problem[]) {
    marks = problems
    for (const [name, model] of models) {
      const here = problems.filter((problem) => problem.file === name && problem.line)
      const rows = here.map((problem) => ({
        ...rangeOf(model, problem),
        message: problem.message,
        severity: monaco.MarkerSeverity.Error,
        source: problem.source === 'runtime' ? 'while it ran' : 'Telar',
      }))
      monaco.editor.setModelMarkers(model, MARKS, rows)
    }
  }

  return {
    show(shown) {
      isFollowing = true
      const isNew = Object.keys(shown.files).some((name) => !models.has(name))
      for (const [name, text] of Object.entries(shown.files)) follow(modelOf(name, text), text)
      showOpen(shown)
      for (const [name, model] of models) {
        if (name in shown.files) continue
        model.dispose()
        models.delete(name)
        views.delete(name)
      }
      isFollowing = false
      if (isNew) mark(marks)
    },
    mark,
    reveal(name, from, to = from) {
      if (name !== open) return
      // Its pane may have become visible in this task.
      view.layout()
      view.setSelection({
        startLineNumber: from.line,
        startColumn: from.column,
        endLineNumber: to.line,
        endColumn: to.column,
      })
      view.revealLineInCenterIfOutsideViewport(to.line)
      view.focus()
    },
    scrollTo: (top) => view.setScrollTop(top),
    format: formatOpen,
    setTabLeaves,
    focus: () => view.focus(),
    dispose() {
      stopDressing()
      for (const one of leaving) one.dispose()
      view.dispose()
      for (const model of models.values()) model.dispose()
    },
  }
}

/** Errors marked by Monaco's own languages; ours are already among the container's problems. */
function marked(monaco: Monaco, models: ReadonlyMap<string, editor.ITextModel>): Problem[] {
  return [...models].flatMap(([file, model]) =>
    monaco.editor
      .getModelMarkers({ resource: model.uri })
      .filter(({ owner, severity }) => owner !== MARKS && severity === monaco.MarkerSeverity.Error)
      .map((marker) => ({
        owner: 'app' as const,
        code: `editor-${typeof marker.code === 'string' ? marker.code : marker.owner}`,
        message: marker.message,
        file,
        line: marker.startLineNumber,
        column: marker.startColumn,
        endLine: marker.endLineNumber,
        endColumn: marker.endColumn,
        source: 'compile' as const,
      })),
  )
}

function dress(monaco: Monaco, element: HTMLElement) {
  monaco.editor.defineTheme('telar', themeOf(readPalette(element), isDark(element)))
  monaco.editor.setTheme('telar')
}

/** The problem's own range; if only its start is known, the word or the line there. */
function rangeOf(model: editor.ITextModel, problem: Problem): IRange {
  const line = Math.max(1, Math.min(problem.line ?? 1, model.getLineCount()))
  const column = Math.max(1, Math.min(problem.column ?? 1, model.getLineMaxColumn(line)))
  const endLine = problem.endLine ?? line
  const word = model.getWordAtPosition({ lineNumber: line, column })
  const endColumn =
    problem.endColumn ??
    word?.endColumn ??
    (problem.column ? column + 1 : model.getLineMaxColumn(line))
  return {
    startLineNumber: line,
    startColumn: column,
    endLineNumber: Math.max(line, Math.min(endLine, model.getLineCount())),
    endColumn: endLine === line ? Math.max(endColumn, column + 1) : endColumn,
  }
}

const LANGUAGES: Readonly<Record<string, string>> = {
  ts: 'typescript',
  css: 'css',
  html: 'html',
  json: 'json',
  md: 'markdown',
}

const languageOf = (name: string) => LANGUAGES[name.slice(name.lastIndexOf('.') + 1)] ?? 'plaintext'

const OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  theme: 'telar',
  ariaLabel: 'Editor',
  // Every browser, input method and screen reader supports a text area.
  editContext: false,
  automaticLayout: true,
  fontSize: 14,
  lineHeight: 1.55,
  fontLigatures: false,
  minimap: { enabled: false },
  glyphMargin: false,
  folding: false,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 8,
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  overviewRulerBorder: false,
  renderFinalNewline: 'on',
  scrollBeyondLastLine: false,
  renderLineHighlight: 'line',
  renderLineHighlightOnlyWhenFocus: true,
  stickyScroll: { enabled: false },
  padding: { top: 12, bottom: 12 },
  fixedOverflowWidgets: true,
  wordBasedSuggestions: 'off',
  quickSuggestions: { other: true, comments: false, strings: false },
  suggest: { showWords: false, showStatusBar: false },
  inlineSuggest: { enabled: false },
  // Above, it would cover what the reader has just read.
  hover: { above: false },
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  smoothScrolling: false,
  cursorBlinking: 'blink',
}
