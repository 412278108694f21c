'use client'
/** The page's container: which host it is on, what the reader must agree to first, and the thing itself. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Container } from '../container/types.ts'
import {
  canReachStackBlitz,
  type HostKind,
  type HostSettings,
  loadSandbox,
  loadSettings,
  makeContainer,
  type SandboxReport,
} from './settings.ts'

/** What stands between the reader and a first run. */
export type Gate =
  | { readonly kind: 'open' }
  /** Our host cannot shut containers in: own code only, and only when the reader agrees. */
  | { readonly kind: 'consent'; readonly sandbox: SandboxReport }
  | { readonly kind: 'refused'; readonly sandbox: SandboxReport }
  | { readonly kind: 'failed'; readonly message: string }

export interface Host {
  readonly container: Container | undefined
  readonly gate: Gate
  /** The hosts to choose from; one or none when there is no choice, or no more. */
  readonly choices: readonly HostKind[]
  readonly chosen: HostKind
  choose(host: HostKind): void
  agree(): void
  /** The container, once nothing stands before it. */
  ask(): Promise<Container | undefined>
}

interface HostOptions {
  /** Whose code it is: what came by a link needs a real sandbox. */
  readonly code: 'own' | 'link'
  /** A container that the page brings itself. */
  readonly given?: Container | undefined
}

export function useHost({ code, given }: HostOptions): Host {
  const [container, setContainer] = useState(given)
  const [gate, setGate] = useState<Gate>({ kind: 'open' })
  const [choices, setChoices] = useState<readonly HostKind[]>([])
  const [chosen, setChosen] = useState<HostKind>('self')
  const agreed = useRef(false)
  const settings = useSettings()

  useEffect(() => {
    settings()
      .then(async ({ host }) => {
        if (host !== 'auto') return setChosen(host)
        setChoices((await canReachStackBlitz()) ? ['self', 'stackblitz'] : ['self'])
      })
      // Nothing is asked for yet; the sentence comes when it is.
      .catch(() => {})
  }, [settings])

  useEffect(() => {
    if (given || !container) return
    return () => void container.teardown()
  }, [given, container])

  const ask = useCallback(async () => {
    if (container) return container
    try {
      const { host, hostOrigin } = await settings()
      const kind = host === 'auto' ? chosen : host
      if (kind === 'self' && !agreed.current) {
        const sandbox = await loadSandbox(hostOrigin)
        if (sandbox.kind !== 'bubblewrap') {
          setGate({ kind: code === 'link' ? 'refused' : 'consent', sandbox })
          return undefined
        }
      }
      const made = await makeContainer(kind)
      setContainer(made)
      setChoices([])
      setGate({ kind: 'open' })
      return made
    } catch (cause) {
      setGate({ kind: 'failed', message: cause instanceof Error ? cause.message : String(cause) })
      return undefined
    }
  }, [container, chosen, code, settings])

  return {
    container,
    gate,
    choices,
    chosen,
    choose: setChosen,
    agree() {
      agreed.current = true
      setGate({ kind: 'open' })
    },
    ask,
  }
}

/** Asked once; a failure is forgotten, so that the next run asks again. */
function useSettings(): () => Promise<HostSettings> {
  const asked = useRef<Promise<HostSettings>>(undefined)
  return useCallback(() => {
    asked.current ??= loadSettings().catch((cause) => {
      asked.current = undefined
      throw cause
    })
    return asked.current
  }, [])
}
