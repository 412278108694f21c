'use client'
/** Shown in place of the preview: the invitation to run, the steps of a boot, an end, a consent. */
import type { ReactNode } from 'react'
import type { Phase, Step } from '../container/types.ts'
import bench from './bench.module.css'
import { PassedIcon } from './icons.tsx'
import { inLine } from './in-line.ts'
import style from './preview-placeholder.module.css'
import type { HostKind } from './settings.ts'
import type { Host } from './use-host.ts'

interface BeforeProps {
  phase: Phase | undefined
  host: Host
  code: 'own' | 'link'
  onRun: () => void
}

/** Shown while there is no preview yet. */
export function Before({ phase, host, code, onRun }: BeforeProps) {
  if (host.gate.kind === 'failed')
    return (
      <Words title="Nothing can run" owner="host">
        <p>{host.gate.message}</p>
        <Actions>
          <button type="button" className={bench.button} onClick={onRun}>
            Try again
          </button>
        </Actions>
      </Words>
    )
  if (host.gate.kind !== 'open') return <Sandbox host={host} onRun={onRun} />
  if (phase?.name === 'booting' || phase?.name === 'starting' || phase?.name === 'running')
    return <Progress phase={phase} />
  if (phase?.name === 'failed')
    return (
      <Words title="It did not start" owner={phase.problem.owner}>
        {phase.problem.owner !== 'app' && <p>{phase.problem.message}</p>}
        <p className={bench.note}>
          {phase.problem.owner === 'app'
            ? 'Problems says why, and the editor marks the place. The code starts as soon as it can run.'
            : 'Your code is safe. Run it again when the cause is gone.'}
        </p>
      </Words>
    )
  return (
    <Words title={code === 'link' ? 'This code came by a link' : 'Nothing runs yet'}>
      {code === 'link' ? (
        <p>
          It is your own copy: read it and change it as you like. It runs only when you say so, shut
          in a container that reaches neither this site nor your files.
        </p>
      ) : (
        <p>
          Run starts a Node server of your own with this code. Its page appears here, and from then
          on each edit goes into the running server.
        </p>
      )}
      <Choice host={host} />
      <p className={bench.note}>
        <kbd>{RUN_KEYS}</kbd> runs from the editor.
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
  if (phase.name === 'asleep' || phase.name === 'swapping')
    return <Asleep line={inLine(phase)} onWake={onWake} />
  return (
    <div className={style.over} role={phase.name === 'ended' ? 'alert' : undefined}>
      <p className={style.overTitle}>
        {phase.name === 'ended' ? ENDS[phase.reason] : 'The server is stopped'}
      </p>
      {phase.name === 'ended' && (
        <p>{phase.reason === 'loop' ? 'Problems names it, with its line.' : phase.message}</p>
      )}
      <button type="button" className={bench.button} onClick={onRun}>
        Start again
      </button>
    </div>
  )
}

function Asleep({ line, onWake }: { line: string | undefined; onWake: () => void }) {
  return (
    <div className={style.over} role="status">
      <p className={style.overTitle}>{line ? 'Waiting for its turn' : 'The container sleeps'}</p>
      <p>
        {line ??
          'Somebody needed the room, and nothing had happened here for a while. All that it holds is kept.'}
      </p>
      {!line && (
        <button type="button" className={bench.button} onClick={onWake}>
          Wake it
        </button>
      )}
    </div>
  )
}

const ENDS: Record<Extract<Phase, { name: 'ended' }>['reason'], string> = {
  memory: 'The container ran out of memory',
  idle: 'The container stopped: nothing happened for a while',
  loop: 'A handler did not end',
  cpu: 'The container used up its processor time',
  disk: 'The container ran out of disk',
  processes: 'The container started too many processes',
  output: 'The container printed too much',
  lifetime: 'The container reached the end of its time',
  asleep: 'The container was put to sleep for another visitor',
  exit: 'The server ended',
}

const STEPS: readonly { step: Step; words: string }[] = [
  { step: 'page', words: 'Open the host’s page' },
  { step: 'host', words: 'Get a container' },
  { step: 'files', words: 'Carry the files over' },
  { step: 'engine', words: 'Load the engine' },
  { step: 'server', words: 'Start your server' },
]

function Progress({ phase }: { phase: Phase }) {
  const line = inLine(phase)
  const at = phase.name === 'booting' ? STEPS.findIndex(({ step }) => step === phase.step) : 4
  return (
    <Words title={line ? 'Waiting for a container' : 'Starting'}>
      {line && <p>{line}</p>}
      <ol className={style.steps}>
        {STEPS.map(({ step, words }, place) => (
          <li
            key={step}
            data-state={place < at ? 'done' : place === at ? 'now' : 'later'}
            aria-current={place === at ? 'step' : undefined}
          >
            <span className={style.knot}>{place < at && <PassedIcon />}</span>
            {words}
          </li>
        ))}
      </ol>
      <p role="status" className={bench.unseen}>
        Step {at + 1} of {STEPS.length}: {STEPS[at]?.words}. {line}
      </p>
    </Words>
  )
}

const HOSTS: Record<HostKind, string> = {
  self: 'On this server',
  stackblitz: 'In your browser, by StackBlitz',
}

/** Only if there is a choice; a page that has booted stays with its host. */
function Choice({ host }: { host: Host }) {
  if (host.choices.length < 2) return null
  return (
    <fieldset className={style.choice}>
      <legend>Where it runs</legend>
      {host.choices.map((kind) => (
        <label key={kind}>
          <input
            type="radio"
            name="host"
            checked={host.chosen === kind}
            onChange={() => host.choose(kind)}
          />
          {HOSTS[kind]}
        </label>
      ))}
    </fieldset>
  )
}

function Sandbox({ host, onRun }: { host: Host; onRun: () => void }) {
  const { gate } = host
  if (gate.kind !== 'consent' && gate.kind !== 'refused') return null
  const { reason, notHeld } = gate.sandbox
  return (
    <Words
      title={gate.kind === 'refused' ? 'This code does not run here' : 'Run your own code here?'}
      owner="host"
    >
      <p>
        This server cannot shut containers in. {reason}{' '}
        {gate.kind === 'refused'
          ? 'Code that came by a link needs that, so it stays as text. Open the link on a server with a full sandbox, or read it here.'
          : 'Code runs with the limits of Node alone. Agree only when the code is your own.'}
      </p>
      <Choice host={host} />
      {notHeld.length > 0 && (
        <>
          <p className={bench.note}>What does not hold:</p>
          <ul className={style.notHeld}>
            {notHeld.map((limit) => (
              <li key={limit}>{limit}</li>
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
            It is my own code, run it
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
