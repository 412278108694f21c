'use client'
/** The workspace with all its parts: tools, files and editor, wire log, preview, console. */
import { Tooltip } from 'radix-ui'
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import type { Container, Phase, Problem, Project } from '../container/types.ts'
import { createWireLog } from '../inspector/index.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { allProblems } from './all-problems.ts'
import bench from './bench.module.css'
import { CodePane, type CodePaneHandle } from './code-pane.tsx'
import { ConsolePane } from './console-pane.tsx'
import { FileTabs } from './file-tabs.tsx'
import { HistoryMenu } from './history-menu.tsx'
import { inLine } from './in-line.ts'
import style from './layout.module.css'
import { leastSizes } from './least-sizes.ts'
import { type LessonHelp, useLessonHelp } from './lesson-help.tsx'
import { Notices } from './notices.tsx'
import { PhoneBar, type PhonePane } from './phone-bar.tsx'
import { PreviewPane } from './preview-pane.tsx'
import { Before, isOver, Over } from './preview-placeholder.tsx'
import { ShareDialog } from './share-dialog.tsx'
import { Split } from './split.tsx'
import { TakeHomeDialog } from './take-home-dialog.tsx'
import { Tip } from './tip.tsx'
import { RunStop, Tools } from './tools.tsx'
import { useAwake } from './use-awake.ts'
import { type CheckProgress, useCheck } from './use-check.ts'
import { CHECK_KEYS, CHECK_SHORTCUTS, useCheckKeys } from './use-check-keys.ts'
import { type Earlier, useEarlier } from './use-earlier.ts'
import { useForm } from './use-form.ts'
import { useHeld } from './use-held.ts'
import { useHost } from './use-host.ts'
import { useHostReturn } from './use-host-return.ts'
import { useItself } from './use-itself.ts'
import { useNotices } from './use-notices.ts'
import { useRunner } from './use-runner.ts'
import { useStepTimes } from './use-step-times.ts'
import { useStore, useStoreOf } from './use-store.ts'
import { useWords } from './use-words.ts'
import { useWorkbench } from './use-workbench.ts'
import { WireStrip } from './wire-strip.tsx'

interface LayoutProps {
  workspace: Workspace
  /** Whose code it is: code from a link never runs by itself. */
  code: 'own' | 'link'
  engine: string
  container?: Container | undefined
  /** The lesson whose code this one goes on with. */
  earlier?: Earlier | undefined
  /** What the workspace began with. */
  start: Project
  /** A lesson's check; adds the button Check. */
  check?: string | undefined
  /** A lesson's right answer; adds the button Solve. */
  solution?: Project | undefined
  help?: LessonHelp | undefined
  /** Boots a container once the reader is active, not only when they come near the workspace. */
  early?: boolean | undefined
  /** Runs the code without being asked, once it is on the screen. */
  byItself?: boolean | undefined
  /** Where the button Check is, if not among the tools. */
  checkInto?: HTMLElement | null | undefined
  /** Where the results of a check are shown, if not over the console. */
  resultsInto?: HTMLElement | null | undefined
  /** Called when Check is pressed. */
  onCheck?: (() => void) | undefined
  onProgress?: ((progress: CheckProgress) => void) | undefined
}

const IDLE: Phase = { name: 'idle' }

export function Layout(props: LayoutProps) {
  const { workspace, code, engine, check, solution, early, onProgress } = props
  const { checkInto, resultsInto, onCheck } = props
  const words = useWords()
  const state = useStore(workspace)
  const host = useHost({ code, given: props.container })
  const inside = useStoreOf(host.container)
  const phase = inside?.phase ?? IDLE
  const times = useStepTimes(phase)
  const told = inside?.problems ?? NO_PROBLEMS
  const [marks, setMarks] = useState<readonly Problem[]>(NO_PROBLEMS)
  const problems = useMemo(() => allProblems(told, marks), [told, marks])
  const runner = useRunner(workspace, host.container, host.ask)
  const checking = useCheck(workspace, host, check, onProgress)
  const { notices, say } = useNotices(workspace, state, inside?.kept)
  const offer = useEarlier(workspace, state, props.start, props.earlier, say)
  const [thread] = useState(createWireLog)
  const [asked, setAsked] = useState(false)
  const [sharing, setSharing] = useState(false)
  const [downloading, setDownloading] = useState(false)
  const [pane, setPane] = useState<PhonePane>('code')
  const [second, setSecond] = useState(false)
  const [looks, setLook] = useState(0)
  const element = useRef<HTMLDivElement>(null)
  /** The reader has pressed Run themself. */
  const askedBefore = useRef(false)
  const panes = useRef<HTMLDivElement>(null)
  const editor = useRef<CodePaneHandle>(null)
  const checkRef = useRef<HTMLButtonElement>(null)
  const form = useForm(element)
  const ids = useIds()
  const phone = form === 'phone'

  const run = useCallback(() => {
    if (phase.name === 'idle' || phase.name === 'ended' || phase.name === 'stopped') thread.clear()
    askedBefore.current = true
    setAsked(true)
    setPane((now) => (now === 'code' ? 'preview' : now))
    if (phone) setLook((looks) => looks + 1)
    runner.run()
  }, [phase.name, phone, runner, thread])

  const startCheck = () => {
    onCheck?.()
    if (!resultsInto) {
      setPane('console')
      setLook((looks) => looks + 1)
    }
    checking.start()
  }
  useCheckKeys(check === undefined ? undefined : startCheck)

  const links = useWorkbench({
    workspace,
    log: thread,
    element,
    run,
    setSecond,
    showPreview: () => setPane('preview'),
  })
  useItself(code === 'own' && props.byItself === true, element, async () => {
    const { phase } = host.container?.getState() ?? { phase: IDLE }
    if (askedBefore.current || phase.name === 'running' || !(await host.mayRunUnasked())) return
    if (askedBefore.current) return
    // What is on the screen stays there: nobody has asked to see the preview.
    setAsked(true)
    runner.run()
  })

  useHostReturn(asked ? phase : IDLE, () => {
    thread.clear()
    runner.run()
  })

  // If the window is too low for the workspace, this scrolls the requested part into view.
  useEffect(() => {
    if (looks > 0) panes.current?.scrollIntoView({ block: 'nearest' })
  }, [looks])

  // A reader who comes near the workspace is likely to run it.
  const warm = code === 'own' ? host.warm : undefined
  const awake = useAwake()
  useEffect(() => {
    if (early && awake) warm?.()
  }, [early, awake, warm])

  const held = useHeld(early === true && warm !== undefined, awake, phase)

  const reveal = (file: string, line: number, column: number) => {
    // What is not on the screen gets no focus.
    flushSync(() => setPane('code'))
    editor.current?.reveal(file, line, column)
  }
  const reset = () => {
    checking.close()
    workspace.reset()
    say(words.tools.wasReset, {
      verb: words.tools.bringBack,
      act: () => restoreLatest(workspace),
    })
  }
  const lesson = useLessonHelp({
    workspace,
    state,
    checking,
    solution,
    help: props.help,
    waiting: inLine(phase, words),
    onCheck: startCheck,
    onShow: () => setPane('preview'),
    onClosed: () => checkRef.current?.focus(),
    onReplaced: (sentence) =>
      say(sentence, { verb: words.tools.bringBack, act: () => restoreLatest(workspace) }),
  })
  const { results } = lesson

  const runStop = (
    <RunStop
      phase={phase}
      disabled={host.gate.kind === 'refused'}
      onRun={run}
      onStop={runner.stop}
    />
  )
  const checkButton = check !== undefined && (
    <Tip name={words.tools.checkNow} keys={CHECK_KEYS}>
      <button
        ref={checkRef}
        type="button"
        className={bench.button}
        aria-keyshortcuts={CHECK_SHORTCUTS}
        onClick={startCheck}
      >
        {words.tools.check}
      </button>
    </Tip>
  )

  const lines = inside?.console ?? NO_LINES
  const isQuiet = problems.length === 0 && lines.length === 0 && (!results || !!resultsInto)
  const below = isQuiet ? 'line' : results && !resultsInto ? 'results' : 'lines'
  const least = leastSizes(form, second, below)

  return (
    <Tooltip.Provider delayDuration={400}>
      <div
        ref={element}
        className={style.desk}
        data-form={form}
        onPointerEnter={warm}
        onFocusCapture={warm}
      >
        <Tools
          runStop={phone ? null : runStop}
          lesson={
            <>
              {checkInto ? createPortal(checkButton, checkInto) : checkButton}
              {solution && (
                <button type="button" className={bench.quiet} onClick={lesson.solve}>
                  {words.tools.solve}
                </button>
              )}
            </>
          }
          history={<HistoryMenu workspace={workspace} state={state} />}
          changed={state.changed}
          onReset={reset}
          onDownload={() => setDownloading(true)}
          onShare={() => setSharing(true)}
        />
        <Notices notices={offer ? [offer, ...notices] : notices} />
        <div ref={panes} className={style.panes}>
          <Split
            ids={['pane-code', 'pane-live']}
            name={`code-${form}`}
            label={words.panes.betweenEditorAndPreview}
            way={form === 'wide' ? 'beside' : 'above'}
            share={form === 'wide' ? 48 : 46}
            least={least.outer}
            only={phone ? (pane === 'code' ? 'first' : 'second') : undefined}
            first={
              <div className={style.code} id={ids.code} {...paneRole(phone, words.panes.code)}>
                <FileTabs
                  workspace={workspace}
                  state={state}
                  pane={ids.code}
                  onRefused={(sentence) => say(sentence, undefined, 'en')}
                  onAdded={(name) => editor.current?.reveal(name, 1, 1)}
                />
                <CodePane
                  workspace={workspace}
                  held={held}
                  state={state}
                  problems={told}
                  onMarks={setMarks}
                  onRun={run}
                  onNotice={say}
                  handle={editor}
                />
              </div>
            }
            second={
              <div className={style.live}>
                {!phone && (
                  <WireStrip thread={thread} way={form === 'wide' ? 'upright' : 'level'} />
                )}
                <Split
                  ids={['pane-preview', 'pane-console']}
                  name={`live-${form}`}
                  label={words.panes.betweenPreviewAndConsole}
                  way="above"
                  share={form === 'wide' ? 64 : 68}
                  least={least.inner}
                  folded={isQuiet}
                  only={phone ? (pane === 'preview' ? 'first' : 'second') : undefined}
                  first={
                    <div
                      className={style.pane}
                      id={ids.preview}
                      {...paneRole(phone, words.panes.preview)}
                    >
                      <PreviewPane
                        phase={phase}
                        done={times.done}
                        thread={thread}
                        links={links}
                        second={second}
                        onSecond={setSecond}
                        before={
                          <Before
                            phase={asked ? phase : unasked(phase)}
                            host={host}
                            code={code}
                            times={times}
                            onRun={run}
                          />
                        }
                        over={
                          asked &&
                          isOver(phase) && <Over phase={phase} onRun={run} onWake={runner.wake} />
                        }
                      />
                    </div>
                  }
                  second={
                    <div
                      className={style.pane}
                      id={ids.console}
                      {...paneRole(phone, words.panes.console)}
                    >
                      {results && (resultsInto ? createPortal(results, resultsInto) : results)}
                      <ConsolePane
                        problems={problems}
                        lines={lines}
                        dropped={inside?.dropped ?? 0}
                        onClear={() => host.container?.clearConsole()}
                        files={state.files}
                        onReveal={reveal}
                      />
                    </div>
                  }
                />
              </div>
            }
          />
        </div>
        {phone && (
          <PhoneBar
            pane={pane}
            ids={ids}
            problems={problems.length}
            thread={<WireStrip thread={thread} way="counter" />}
            runStop={runStop}
            onPane={setPane}
          />
        )}
        {lesson.dialog}
        {downloading && <TakeHomeDialog state={state} onClose={() => setDownloading(false)} />}
        {sharing && <ShareDialog state={state} engine={engine} onClose={() => setSharing(false)} />}
      </div>
    </Tooltip.Provider>
  )
}

// The reader did not ask for a container that was booted ahead, but a failure is worth knowing.
const unasked = (phase: Phase) => (phase.name === 'failed' ? phase : IDLE)

const NO_PROBLEMS: readonly never[] = []
const NO_LINES: readonly never[] = []

const restoreLatest = (workspace: Workspace) => {
  const latest = workspace.getState().versions[0]
  if (latest) workspace.restore(latest.id)
}

const paneRole = (phone: boolean, name: string): { role?: string; 'aria-label'?: string } =>
  phone ? { role: 'tabpanel', 'aria-label': name } : {}

function useIds() {
  const id = useId()
  return useMemo(
    () => ({ code: `${id}-code`, preview: `${id}-preview`, console: `${id}-console` }),
    [id],
  )
}
