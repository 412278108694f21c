'use client'
/** The page's container: which host it is on, what the reader must agree to first, and the container itself. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Container } from '../container/types.ts'
import {
  canReachStackBlitz,
  type HostKind,
  type HostSettings,
  HostSettingsError,
  loadSettings,
  makeContainer,
  type SandboxReport,
} from './settings.ts'

/** What must happen before a first run. */
export type Gate =
  | { readonly kind: 'open' }
  /** Our host can't isolate containers: it runs only the reader's own code, and only if the reader agrees. */
  | { readonly kind: 'consent'; readonly sandbox: SandboxReport }
  | { readonly kind: 'refused'; readonly sandbox: SandboxReport }
  | { readonly kind: 'failed'; readonly message: string }

export interface Host {
  readonly container: Container | undefined
  readonly gate: Gate
  /** The hosts to choose from; at most one if there is no choice, or no longer one. */
  readonly choices: readonly HostKind[]
  readonly chosen: HostKind
  choose(host: HostKind): void
  agree(): void
  /** The container, once a run is allowed. */
  ask(): Promise<Container | undefined>
  /** Whether code may run without a press: not where the reader has a choice of hosts, or something to agree to. */
  mayRunUnasked(): Promise<boolean>
  /** Boots the container ahead of the first run, if that needs no consent. Runs nothing of the reader's. */
  warm(): void
}

interface HostOptions {
  /** Whose code it is: code from a link needs a real sandbox. */
  readonly code: 'own' | 'link'
  /** A container that the page provides. */
  readonly given?: Container | undefined
}

export function useHost({ code, given }: HostOptions): Host {
  const [container, setContainer] = useState(given)
  const [gate, setGate] = useState<Gate>({ kind: 'open' })
  const [choices, setChoices] = useState<readonly HostKind[]>([])
  const [chosen, setChosen] = useState<HostKind>('self')
  const agreed = useRef(false)
  const making = useRef<Promise<Made | undefined>>(undefined)
  const settings = useSettings()

  useEffect(() => {
    settings()
      .then(async (told) => {
        const { host } = told
        // Reported before the reader presses Run in vain.
        if (host === 'self' && code === 'link') setGate(sandboxGate(code, told))
        if (host !== 'auto') return setChosen(host)
        setChoices((await canReachStackBlitz()) ? ['self', 'stackblitz'] : ['self'])
      })
      // Nothing is needed yet; the message comes when it is.
      .catch(() => {})
  }, [code, settings])

  useEffect(() => {
    if (given || !container) return
    return () => void container.teardown()
  }, [given, container])

  const make = useCallback(async (): Promise<Made> => {
    try {
      const told = await settings()
      const kind = told.host === 'auto' ? chosen : told.host
      if (kind === 'self' && !agreed.current) {
        const stands = sandboxGate(code, told)
        if (stands.kind !== 'open') return { gate: stands }
      }
      return { container: await makeContainer(kind, told), gate: { kind: 'open' } }
    } catch (cause) {
      return { gate: { kind: 'failed', message: sentenceOf(cause) } }
    }
  }, [chosen, code, settings])

  const ask = useCallback(async () => {
    if (container) return container
    // If one is already booting, it is used; if it failed before, it is requested again.
    const known = making.current
    let made = await (known ?? (making.current = make()))
    if (known && !made?.container) made = await (making.current = make())
    setGate(made?.gate ?? { kind: 'open' })
    if (!made?.container) return undefined
    setContainer(made.container)
    setChoices([])
    return made.container
  }, [container, make])

  const mayRunUnasked = useCallback(async () => {
    if (given) return true
    try {
      const told = await settings()
      if (told.host !== 'self') return told.host === 'stackblitz'
      return sandboxGate(code, told).kind === 'open'
    } catch {
      return false
    }
  }, [code, given, settings])

  const warm = useCallback(() => {
    if (container || making.current) return
    const warming = settings().then(({ host }) => (host === 'auto' ? undefined : make()))
    making.current = warming.catch(() => undefined)
    making.current.then((made) => {
      if (!made?.container) return
      setContainer(made.container)
      void made.container.boot()
    })
  }, [container, make, settings])

  return {
    container,
    gate,
    choices,
    chosen,
    choose(host) {
      setChosen(host)
      setGate({ kind: 'open' })
    },
    agree() {
      agreed.current = true
      setGate({ kind: 'open' })
    },
    ask,
    mayRunUnasked,
    warm,
  }
}

interface Made {
  readonly container?: Container
  readonly gate: Gate
}

/** What our own host's sandbox allows for `code`. */
function sandboxGate(code: HostOptions['code'], { sandbox }: HostSettings): Gate {
  if (!sandbox) throw new HostSettingsError(NO_SANDBOX)
  if (sandbox.kind === 'bubblewrap') return { kind: 'open' }
  return { kind: code === 'link' ? 'refused' : 'consent', sandbox }
}

const NO_SANDBOX =
  'Expected the site to name its sandbox, received nothing, so nothing runs. Reload the page.'

const sentenceOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause))

// The token in the answer is valid for minutes.
const FRESH = 60_000

/** Requested once a minute at most; a failure is not kept, so that the next run tries again. */
function useSettings(): () => Promise<HostSettings> {
  const asked = useRef<{ told: Promise<HostSettings>; at: number }>(undefined)
  return useCallback(() => {
    const now = performance.now()
    if (asked.current && now - asked.current.at < FRESH) return asked.current.told
    const told = loadSettings().catch((cause) => {
      asked.current = undefined
      throw cause
    })
    asked.current = { told, at: now }
    return told
  }, [])
}
