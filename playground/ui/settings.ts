/** What the site tells its playground when it is asked: which host runs containers, and where. */
import type { Container, Owner } from '../container/types.ts'

export type HostKind = 'self' | 'stackblitz'

export interface HostSettings {
  /** `auto` leaves the choice to the reader. */
  readonly host: HostKind | 'auto'
  readonly hostOrigin: string
  /** Lets this page boot containers on our own host. */
  readonly token: string
  /** StackBlitz's key, where this site has one. */
  readonly webcontainerKey?: string
}

/** What our own host says of its sandbox. */
export interface SandboxReport {
  readonly kind: 'bubblewrap' | 'permission-model'
  readonly reason: string
  /** The limits that do not hold there, as sentences. */
  readonly notHeld: readonly string[]
}

/** Why nothing can run; `message` is the sentence to show. */
export class HostSettingsError extends Error {
  readonly owner: Owner = 'host'
  readonly code = 'host-settings'
}

/** Asks the site; the answer carries a fresh token. */
export async function loadSettings(): Promise<HostSettings> {
  const told = await ask('/telar-config.json')
  const { host, hostOrigin, token, webcontainerKey } = told
  if (
    (host === 'self' || host === 'stackblitz' || host === 'auto') &&
    typeof hostOrigin === 'string' &&
    typeof token === 'string'
  )
    return {
      host,
      hostOrigin,
      token,
      ...(typeof webcontainerKey === 'string' ? { webcontainerKey } : {}),
    }
  throw new HostSettingsError('The site did not say where code runs. Reload the page to ask again.')
}

/** Asks our own host how well it shuts a container in. */
export async function loadSandbox(hostOrigin: string): Promise<SandboxReport> {
  const told = await ask(`${hostOrigin}/api/sandbox`)
  const { kind, reason, notHeld } = told
  if (kind !== 'bubblewrap' && kind !== 'permission-model')
    throw new HostSettingsError('The host did not say how it shuts containers in, so nothing runs.')
  return {
    kind,
    reason: typeof reason === 'string' ? reason : '',
    notHeld: Array.isArray(notHeld) ? notHeld.filter((one) => typeof one === 'string') : [],
  }
}

/** Whether StackBlitz answers from here; offline and closed networks say no quickly. */
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

/** Makes the page's container on the chosen host. Its script comes with the first call. */
export async function makeContainer(host: HostKind): Promise<Container> {
  const { createContainer, fetchEngineFiles } = await import('../container/index.ts')
  return createContainer({
    host,
    engineFiles: () => fetchEngineFiles('/telar-engine.json'),
    ...(host === 'self'
      ? { iframeUrl: ownHost }
      : { apiKey: async () => (await loadSettings()).webcontainerKey }),
  })
}

// Asked right before each boot, since a token is good for minutes.
async function ownHost(): Promise<string> {
  const { hostOrigin, token } = await loadSettings()
  return `${hostOrigin}/headless?client_id=${encodeURIComponent(token)}`
}

async function ask(address: string): Promise<Record<string, unknown>> {
  let answer: Response
  try {
    answer = await fetch(address, { cache: 'no-store' })
  } catch {
    throw new HostSettingsError(
      `${new URL(address, location.href).host} does not answer, so nothing can run. Is the server up? Try again when it is.`,
    )
  }
  const told: unknown = answer.ok ? await answer.json().catch(() => null) : null
  if (typeof told === 'object' && told !== null) return told as Record<string, unknown>
  throw new HostSettingsError(
    `${address} answered ${answer.status} and nothing that can be read, so nothing can run.`,
  )
}
