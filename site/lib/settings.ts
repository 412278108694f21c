/** Reads the server's settings from its environment, and reports what is wrong with them. */
import { randomBytes } from 'node:crypto'

export type HostKind = 'self' | 'stackblitz' | 'auto'

export interface Settings {
  /** The site listens here, our own container host at the next port. */
  port: number
  bind: string
  hostKind: HostKind
  /** How browsers reach the site and the container host, as in `http://localhost:3000`. */
  origin: string
  hostOrigin: string
  /** Host names, besides localhost and addresses, that the site answers to. */
  hosts: readonly string[]
  /** The domain under which every container's preview has its own name. */
  previewHost: string
  /** Containers at the same time; by default the host's own figure. */
  containers: number | undefined
  /** Signs the tokens of live pages and of the container host. */
  secret: string
  /** Where the example Conduit keeps its articles: in memory unless a PostgreSQL server or a folder is named. */
  database: { url?: string; folder?: string }
  dev: boolean
  /** StackBlitz's key for commercial use of WebContainers; public, since the page sends it. */
  webcontainerKey: string | undefined
}

/** Why the server can't start with these settings. */
export class SettingsError extends Error {
  override name = 'SettingsError'
  readonly owner = 'host'
  readonly code:
    | 'port'
    | 'port-taken'
    | 'port-refused'
    | 'host-kind'
    | 'origin'
    | 'containers'
    | 'secret'
    | 'database'

  constructor(code: SettingsError['code'], message: string) {
    super(message)
    this.code = code
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/** The settings in `environment`; throws a SettingsError that names the variable. */
export function readSettings(environment: Environment): Settings {
  const port = readPort(environment.PORT)
  return {
    port,
    bind: environment.TELAR_BIND || '127.0.0.1',
    hostKind: readHostKind(environment.TELAR_HOST),
    origin: readOrigin('TELAR_ORIGIN', environment.TELAR_ORIGIN, port),
    hostOrigin: readOrigin('TELAR_HOST_ORIGIN', environment.TELAR_HOST_ORIGIN, port + 1),
    hosts: readHosts(environment.TELAR_HOSTS, environment.TELAR_ORIGIN),
    previewHost: environment.TELAR_PREVIEW_HOST || 'localhost',
    containers: readContainers(environment.TELAR_CONTAINERS),
    secret: readSecret(environment.TELAR_SECRET),
    database: readDatabase(environment),
    dev: environment.TELAR_DEV === '1',
    webcontainerKey: environment.TELAR_WEBCONTAINER_KEY || undefined,
  }
}

function readPort(text: string | undefined): number {
  const port = Number(text || 3000)
  // The last port is excluded, since the container host needs the next one.
  if (Number.isInteger(port) && port > 0 && port < 65535) return port
  throw new SettingsError(
    'port',
    `Expected PORT to be a whole number from 1 to 65534, received "${text}". Start with PORT=3000, for example.`,
  )
}

// If the site's origin is set, its host name is allowed too.
function readHosts(text = '', origin = ''): string[] {
  const own = URL.canParse(origin) ? [new URL(origin).hostname] : []
  return [...own, ...text.split(/[\s,]+/).filter((name) => name !== '')]
}

function readHostKind(text: string | undefined): HostKind {
  const kind = text || 'self'
  if (kind === 'self' || kind === 'stackblitz' || kind === 'auto') return kind
  throw new SettingsError(
    'host-kind',
    `Expected TELAR_HOST to be self, stackblitz or auto, received "${text}". Leave it out for self.`,
  )
}

function readOrigin(name: string, text: string | undefined, port: number): string {
  if (!text) return `http://localhost:${port}`
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/') return url.origin
  throw new SettingsError(
    'origin',
    `Expected ${name} to be an origin such as https://telar.example, received "${text}". Leave out what follows the host and port.`,
  )
}

function readContainers(text: string | undefined): number | undefined {
  if (!text) return undefined
  const count = Number(text)
  if (Number.isInteger(count) && count > 0) return count
  throw new SettingsError(
    'containers',
    `Expected TELAR_CONTAINERS to be a whole number from 1, received "${text}". Leave it out to let the host choose.`,
  )
}

function readSecret(text: string | undefined): string {
  // There is only one process, so a random secret is enough, and it can't leak from a file.
  if (!text) return randomBytes(32).toString('base64url')
  if (text.length >= 32) return text
  throw new SettingsError(
    'secret',
    `Expected TELAR_SECRET to have 32 characters or more, received ${text.length}. Leave it out to have one made.`,
  )
}

function readDatabase({ DATABASE_URL: url, CONDUIT_FOLDER: folder }: Environment) {
  if (!url) return folder ? { folder } : {}
  if (URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)) return { url }
  throw new SettingsError(
    'database',
    // The address holds a password, so it is not repeated.
    'Expected DATABASE_URL to be an address such as postgres://user:password@localhost:5432/conduit, received another one. Leave it out to keep the articles in memory.',
  )
}
