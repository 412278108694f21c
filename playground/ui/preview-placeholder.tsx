'use client'
/** Shown in place of the preview: the invitation to run, the steps of a boot, an end, a consent. */
import type { ReactNode } from 'react'
import type { Phase, Step } from '../container/types.ts'
import bench from './bench.module.css'
import { PassedIcon } from './icons.tsx'
import { inLine } from './in-line.ts'
import style from './preview-placeholder.module.css'
import type { Times } from './step-times.ts'
import type { Host } from './use-host.ts'
import { useWords } from './use-words.ts'

interface BeforeProps {
  phase: Phase | undefined
  host: Host
  code: 'own' | 'link'
  times: Times
  onRun: () => void
}

/** Shown while there is no preview yet. */
export function Before({ phase, host, code, times, onRun }: BeforeProps) {
  const words = useWords().placeholder
  if (host.gate.kind === 'failed')
    return (
      <Words title={words.nothingCanRun} owner="host">
        <p lang="en">{host.gate.message}</p>
        <Actions>
          <button type="button" className={bench.button} onClick={onRun}>
            {words.tryAgain}
          </button>
        </Actions>
      </Words>
    )
  if (host.gate.kind !== 'open') return <Sandbox host={host} onRun={onRun} />
  if (phase?.name === 'booting' || phase?.name === 'starting' || phase?.name === 'running')
    return <Progress phase={phase} times={times} />
  if (phase?.name === 'failed')
    return (
      <Words title={words.notStarted} owner={phase.problem.owner}>
        {phase.problem.owner !== 'app' && <p lang="en">{phase.problem.message}</p>}
        <p className={bench.note}>
          {phase.problem.owner === 'app' ? words.yourFault : words.otherFault}
        </p>
      </Words>
    )
  return (
    <Words title={code === 'link' ? words.fromLink : words.nothingYet}>
      <p>{code === 'link' ? words.fromLinkHow : words.nothingYetHow}</p>
      <Choice host={host} />
      <p className={bench.note}>
        <kbd>{RUN_KEYS}</kbd> {words.keys}
      </p>
    </Words>
  )
}

export const RUN_KEYS =
  typeof navigator !== 'undefined' && /Mac/.test(navigator.platform) ? '⌘ Enter' : 'Ctrl+Enter'

type OverPhase = Extract<Phase, { name: 'ended' | 'stopped' | 'asleep' | 'swapping' }>

/** Whether the preview is frozen: its server stopped or ended, or the container sleeps or waits for its turn. */
export const isOver = (phase: Phase): phase is OverPhase =>
  phase.name === 'ended' ||
  phase.name === 'stopped' ||
  phase.name === 'asleep' ||
  (phase.name === 'swapping' && phase.position !== undefined)

interface OverProps {
  phase: OverPhase
  onRun: () => void
  onWake: () => void
}

/** Shown over an old preview when the container stopped, ended or sleeps. */
export function Over({ phase, onRun, onWake }: OverProps) {
  const words = useWords()
  const said = words.placeholder
  if (phase.name === 'asleep' || phase.name === 'swapping')
    return <Asleep line={inLine(phase, words)} onWake={onWake} />
  return (
    <div className={style.over} role={phase.name === 'ended' ? 'alert' : undefined}>
      <p className={style.overTitle}>
        {phase.name === 'ended' ? said.ends[phase.reason] : said.stopped}
      </p>
      {phase.name === 'ended' &&
        (phase.reason === 'loop' || phase.reason === 'away' ? (
          <p>{said[phase.reason]}</p>
        ) : (
          <p lang="en">{phase.message}</p>
        ))}
      <button type="button" className={bench.button} onClick={onRun}>
        {phase.name === 'ended' && phase.reason === 'away' ? said.tryNow : said.startAgain}
      </button>
    </div>
  )
}

function Asleep({ line, onWake }: { line: string | undefined; onWake: () => void }) {
  const words = useWords().placeholder
  return (
    <div className={style.over} role="status">
      <p className={style.overTitle}>{line ? words.waitsForTurn : words.sleeps}</p>
      <p>{line ?? words.sleepsWhy}</p>
      {!line && (
        <button type="button" className={bench.button} onClick={onWake}>
          {words.wake}
        </button>
      )}
    </div>
  )
}

const STEPS: readonly Step[] = ['page', 'host', 'files', 'engine', 'server']

function Progress({ phase, times }: { phase: Phase; times: Times }) {
  const words = useWords()
  const said = words.placeholder
  const line = inLine(phase, words)
  const at = phase.name === 'booting' ? STEPS.indexOf(phase.step) : 4
  return (
    <Words title={line ? said.waitsForContainer : said.starting}>
      {line && <p>{line}</p>}
      <ol className={style.steps}>
        {STEPS.map((step, place) => (
          <li
            key={step}
            data-state={place < at ? 'done' : place === at ? 'now' : 'later'}
            aria-current={place === at ? 'step' : undefined}
          >
            <span className={style.knot}>{place < at && <PassedIcon />}</span>
            {said.steps[step]}
            {place < at && times.took[step] !== undefined && (
              <span className={style.took}>{said.took(times.took[step])}</span>
            )}
          </li>
        ))}
      </ol>
      <p role="status" className={bench.unseen}>
        {said.step(at + 1, STEPS.length, said.steps[STEPS[at]!])} {line}
      </p>
    </Words>
  )
}

/** Only if there is a choice; a page that has booted stays with its host. */
function Choice({ host }: { host: Host }) {
  const words = useWords().placeholder
  if (host.choices.length < 2) return null
  return (
    <fieldset className={style.choice}>
      <legend>{words.where}</legend>
      {host.choices.map((kind) => (
        <label key={kind}>
          <input
            type="radio"
            name="host"
            checked={host.chosen === kind}
            onChange={() => host.choose(kind)}
          />
          {words.hosts[kind]}
        </label>
      ))}
    </fieldset>
  )
}

function Sandbox({ host, onRun }: { host: Host; onRun: () => void }) {
  const words = useWords().placeholder
  const { gate } = host
  if (gate.kind !== 'consent' && gate.kind !== 'refused') return null
  const { reason, notHeld } = gate.sandbox
  return (
    <Words title={gate.kind === 'refused' ? words.refused : words.consent} owner="host">
      <p>
        {words.cannotShut} <span lang="en">{reason}</span>{' '}
        {gate.kind === 'refused' ? words.refusedWhy : words.consentWhy}
      </p>
      <Choice host={host} />
      {notHeld.length > 0 && (
        <>
          <p className={bench.note}>{words.notHeld}</p>
          <ul className={style.notHeld}>
            {notHeld.map((limit) => (
              <li key={limit} lang="en">
                {limit}
              </li>
            ))}
          </ul>
        </>
      )}
      {gate.kind === 'consent' && (
        <Actions>
          <button
            type="button"
            className={bench.primary}
            onClick={() => {
              host.agree()
              onRun()
            }}
          >
            {words.agree}
          </button>
        </Actions>
      )}
    </Words>
  )
}

interface WordsProps {
  title: string
  owner?: string
  children: ReactNode
}

function Words({ title, owner, children }: WordsProps) {
  return (
    <div className={style.words} data-owner={owner}>
      <h3>{title}</h3>
      {children}
    </div>
  )
}

const Actions = ({ children }: { children: ReactNode }) => (
  <div className={style.actions}>{children}</div>
)
