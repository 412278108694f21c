/** Every code that this site gives besides the engine's: by where it comes from, with the class that carries it. */
import { ERROR_GROUPS } from './error-codes.ts'

export const SITE_ERROR_GROUPS = [
  {
    id: 'reader-code',
    from: undefined,
    codes: [
      'entry-missing',
      'default-missing',
      'default-unusable',
      'import-missing',
      'import-json',
      'import-unknown-package',
      'import-unexported',
      'syntax',
      'syntax-unsupported',
      'syntax-decorator',
      'syntax-jsx',
      'json',
      'thrown',
      'loop',
      'load-exit',
      'load-late',
      'check-exit',
      'check-late',
      'files-lost',
      'paint-failed',
    ],
  },
  {
    id: 'container',
    from: 'ContainerError',
    codes: ['host-late', 'engine-late', 'engine-not-loaded', 'no-address', 'container-failed'],
  },
  { id: 'container-settings', from: 'HostSettingsError', codes: ['host-settings', 'host-away'] },
  { id: 'preview', from: 'PreviewError', codes: ['preview-away', 'preview-refused'] },
  {
    id: 'workspace',
    from: 'WorkError',
    codes: ['file-name', 'file-missing', 'file-entry'],
  },
  {
    id: 'links',
    from: 'ShareError',
    codes: [
      'link-empty',
      'link-newer',
      'link-letters',
      'link-truncated',
      'link-damaged',
      'link-too-big',
      'link-foreign',
      'link-file-name',
    ],
  },
  {
    id: 'progress-file',
    from: 'ProgressFileError',
    codes: ['not-json', 'not-progress', 'newer', 'damaged'],
  },
  {
    id: 'create-telar',
    from: 'AskedError',
    codes: ['arguments', 'name', 'template', 'terminal', 'folder'],
  },
  {
    id: 'site-settings',
    from: 'SettingsError',
    codes: [
      'port',
      'port-taken',
      'port-refused',
      'host-kind',
      'origin',
      'containers',
      'secret',
      'database',
    ],
  },
  {
    id: 'container-host',
    from: 'HostError',
    codes: [
      'port-taken',
      'host-full',
      'boot-failed',
      'runtime-unusable',
      'token-refused',
      'call-malformed',
      'call-unknown',
      'container-ended',
    ],
  },
  {
    id: 'host-frames',
    from: 'FrameError',
    codes: ['frame-too-large', 'frame-truncated', 'frame-malformed'],
  },
] as const satisfies readonly {
  id: string
  from: string | undefined
  codes: readonly string[]
}[]

export type SiteErrorGroup = (typeof SITE_ERROR_GROUPS)[number]

/** Those whose codes problems in the console of a workspace carry. */
export const IN_CONSOLE: readonly SiteErrorGroup['id'][] = ['reader-code', 'container']

/** Where the entry of a code stands in its page: the engine's codes, and words that are no codes elsewhere, come first. */
export function anchorOf({ id }: Pick<SiteErrorGroup, 'id'>, code: string): string {
  const isWord = !code.includes('-') && !IN_CONSOLE.includes(id)
  return isWord || ENGINE_CODES.has(code) || IDS.has(code) ? `${id}-${code}` : code
}

const ENGINE_CODES: ReadonlySet<string> = new Set(ERROR_GROUPS.flatMap(({ codes }) => codes))
const IDS: ReadonlySet<string> = new Set(SITE_ERROR_GROUPS.map(({ id }) => id))
