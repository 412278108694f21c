/** What the site tells its playground: which host runs containers, and where. */
import type { Container, Owner } from '../container/types.ts'

export type HostKind = 'self' | 'stackblitz'

export interface HostSettings {
  /** `auto` leaves the choice to the reader. */
  readonly host: HostKind | 'auto'
  readonly hostOrigin: string
  /** Lets this page boot containers on our own host. */
  readonly token: string
  /** How well our own host isolates a container; absent if this site has none. */
  readonly sandbox?: SandboxReport
  /** StackBlitz's key, if this site has one. */
  readonly webcontainerKey?: string
}

/** What our own host reports about its sandbox. */
export interface SandboxReport {
  readonly kind: 'bubblewrap' | 'permission-model'
  readonly reason: string
  /** The limits that are not enforced there, as sentences. */
  readonly notHeld: readonly string[]
}

/** Why nothing can run; `message` is the sentence to show. */
export class HostSettingsError extends Error {
  readonly owner: Owner = 'host'
  readonly code: 'host-settings' | 'host-away'
  constructor(message: string, code: HostSettingsError['code'] = 'host-settings') {
    super(message)
    this.code = code
  }
}

/** Whether the site and its container host answer now. */
export async function isHostThere(): Promise<boolean> {
  try {
    await reach((await loadSettings()).hostOrigin)
    return true
  } catch {
    return false
  }
}

/** Asks the site; the answer contains a fresh token. */
export async function loadSettings(): Promise<HostSettings> {
  const told = await ask('/telar-config.json')
  const { host, hostOrigin, token, sandbox, webcontainerKey } = told
  if (
    (host === 'self' || host === 'stackblitz' || host === 'auto') &&
    typeof hostOrigin === 'string' &&
    typeof token === 'string'
  )
    return {
      host,
      hostOrigin,
      token,
      ...(isReport(sandbox) ? { sandbox } : {}),
      ...(typeof webcontainerKey === 'string' ? { webcontainerKey } : {}),
    }
  throw new HostSettingsError(
    'Expected the site to say where code runs, received nothing. Reload the page.',
  )
}

function isReport(told: unknown): told is SandboxReport {
  const { kind, reason, notHeld } = (told ?? {}) as { [field in keyof SandboxReport]?: unknown }
  return (
    (kind === 'bubblewrap' || kind === 'permission-model') &&
    typeof reason === 'string' &&
    Array.isArray(notHeld) &&
    notHeld.every((one) => typeof one === 'string')
  )
}

/** Whether StackBlitz answers from here; offline and closed networks fail quickly. */
export async function canReachStackBlitz(): Promise<boolean> {
  if (!globalThis.crossOriginIsolated) return false
  try {
    await fetch('https://stackblitz.com/headless', {
      mode: 'no-cors',
      signal: AbortSignal.timeout(2000),
    })
    return true
  } catch {
    return false
  }
}

/** Makes the page's container on the chosen host, with the settings in `told`. Its script loads with the first call. */
export async function makeContainer(host: HostKind, told: HostSettings): Promise<Container> {
  const { createContainer, fetchEngineFiles } = await import('../container/index.ts').catch(() => {
    throw new HostSettingsError(NOT_WHOLE)
  })
  return createContainer({
    host,
    engineFiles: () => fetchEngineFiles('/telar-engine.json'),
    ...(host === 'self'
      ? { iframeUrl: ownHost(told) }
      : { apiKey: async () => told.webcontainerKey }),
  })
}

const NOT_WHOLE =
  'A part of this page did not load, so nothing can run. The network failed, or a program blocks it. Reload the page.'

// A token is valid for minutes: the current one for the first boot, a fresh one for each later.
function ownHost(told: HostSettings): () => Promise<string> {
  let first: HostSettings | undefined = told
  return async () => {
    const { hostOrigin, token } = first ?? (await loadSettings())
    first = undefined
    // A frame that does not load fires no event, so the boot would wait for ever.
    await reach(hostOrigin)
    return `${hostOrigin}/headless?client_id=${encodeURIComponent(token)}`
  }
}

async function reach(origin: string): Promise<void> {
  try {
    await fetch(`${origin}/api/health`, { mode: 'no-cors', cache: 'no-store', method: 'HEAD' })
  } catch {
    throw new HostSettingsError(away(origin), 'host-away')
  }
}

const away = (address: string) =>
  navigator.onLine
    ? `${new URL(address, location.href).host} does not answer, so nothing can run. Check that the server is running, then try again.`
    : 'You are offline, so nothing can run. Your code is kept in this browser: run it when the network is back.'

async function ask(address: string): Promise<Record<string, unknown>> {
  let answer: Response
  try {
    answer = await fetch(address, { cache: 'no-store' })
  } catch {
    throw new HostSettingsError(away(address), 'host-away')
  }
  const told: unknown = answer.ok ? await answer.json().catch(() => null) : null
  if (typeof told === 'object' && told !== null) return told as Record<string, unknown>
  throw new HostSettingsError(
    `Expected settings from ${address}, received status ${answer.status} and nothing that can be read, so nothing can run. Reload the page.`,
  )
}
