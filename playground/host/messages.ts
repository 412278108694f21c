/** The calls between page, host and agent: their names, arguments and answers. */

/** How the agent is started: one JSON argument. */
export interface AgentConfig {
  /** Projects are below this folder, one folder each. */
  projects: string
  /** Node for the reader's processes, and flags that always come before theirs. */
  node: string
  nodeFlags: string[]
  /** `table`: read ports from the kernel, in a network of our own. `reported`: the preloaded script reports them, over the loopback. */
  ports: 'table' | 'reported'
  /** The reader's processes lead their own process group, so that `kill` reaches their children. */
  groups: boolean
  /** The workspace is a separate file system whose usage can be read. */
  measureDisk: boolean
  /** Descriptors to close before anything else: no process of the reader may reach them. */
  close: number[]
  environment: Record<string, string>
  /** Set in every environment, whatever the page asks for. */
  enforced: Record<string, string>
}

export interface OpenCall {
  method: 'open'
  name: string | null
  forwardPreviewErrors: boolean | 'exceptions-only'
}

export interface PreviewScriptCall {
  method: 'setPreviewScript'
  script: string
  options: { type?: string; defer?: boolean; async?: boolean }
}

/** The variable with the agent's address for reports, in the environment of the reader's processes: `<port> <secret>`. */
export const REPORT_VARIABLE = 'CONTAINER_HOST_PORTS'

/** Calls that the host answers itself. */
export type HostCall = OpenCall | PreviewScriptCall

/** Calls that the agent answers. File contents are the bytes of the parcel. */
export type AgentCall =
  | { method: 'open'; name: string }
  /** Asks for any answer, as a sign of life. */
  | { method: 'greet' }
  | { method: 'readFile'; path: string; encoding: string | null }
  | { method: 'writeFile'; path: string; text?: string; encoding: string | null }
  | { method: 'mkdir'; path: string; recursive: boolean }
  | { method: 'readdir'; path: string }
  | { method: 'rm'; path: string; force: boolean; recursive: boolean }
  | { method: 'rename'; from: string; to: string }
  | { method: 'watch'; watch: number; path: string; recursive: boolean }
  | { method: 'unwatch'; watch: number }
  | { method: 'mount'; at: string | null }
  | { method: 'export'; path: string; includes: string[]; excludes: string[] }
  | {
      method: 'spawn'
      process: number
      command: string
      args: string[]
      cwd: string | null
      env: Record<string, string>
      quiet: boolean
    }
  | { method: 'kill'; process: number }

/** Everything that the page may send to the agent; only the host may send `open`. */
export const PAGE_CALLS: ReadonlySet<string> = new Set<AgentCall['method']>([
  'readFile',
  'writeFile',
  'mkdir',
  'readdir',
  'rm',
  'rename',
  'watch',
  'unwatch',
  'mount',
  'export',
  'spawn',
  'kill',
])

/** The JSON of a REPLY. */
export type Reply = { value: unknown } | { error: { code: string; message: string } }

export interface RuntimeInfo {
  path: string
  cwd: string
}

export interface DirectoryEntry {
  name: string
  kind: 1 | 2
}

export const FILE_ENTRY = 1
export const FOLDER_ENTRY = 2

/** A mounted or exported tree in the client library's short form; `b` marks contents as latin-1 of raw bytes. */
export type TreeNode =
  | { d: { [name: string]: TreeNode } }
  | { f: { c: string; b?: boolean } | { l: string } }

export interface ExitNote {
  code: number
}

export interface PortNote {
  port: number
  open: boolean
  /** Added by the host. */
  url?: string
}

export interface ChangeNote {
  event: 'rename' | 'change'
  filename: string
}

/** How many are ahead of this page; sent again when that changes, until `open` is answered. */
export interface QueueNote {
  position: number
}

/** What a preview page reported, in the client library's format. */
export interface PreviewNote {
  type: string
  port: number
  [field: string]: unknown
}
