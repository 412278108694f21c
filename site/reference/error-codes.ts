/** Every code that the engine and its client give, by the class that carries it, and who is at fault. */

export type Owner = 'app' | 'engine' | 'network' | 'host'

/** A class of errors, or where a code without a class comes from. A code may be in two groups. */
export const ERROR_GROUPS = [
  {
    id: 'template',
    from: 'TemplateError',
    owner: 'app',
    codes: [
      'template-syntax',
      'template-nesting',
      'template-place',
      'template-value',
      'template-key',
    ],
  },
  {
    id: 'component',
    from: 'ComponentError',
    owner: 'app',
    codes: [
      'component-detached',
      'component-view',
      'component-impure',
      'component-twice',
      'component-default',
      'component-provide',
      'component-import',
      'component-shared',
      'component-guard',
      'handler-not-function',
      'handler-schema',
      'read-not-found',
      'read-timeout',
      'read-refused',
      'address-invalid',
      'address-elsewhere',
      'address-loop',
    ],
  },
  { id: 'input', from: 'InputError', owner: 'network', codes: ['input-refused'] },
  { id: 'guard', from: 'GuardError', owner: 'network', codes: ['guard-refused'] },
  {
    id: 'form',
    from: 'FormError',
    owner: 'app',
    codes: ['form-name', 'form-element', 'form-schema', 'form-detached', 'form-handler'],
  },
  {
    id: 'outcome',
    from: 'Outcome',
    owner: 'app',
    codes: ['redirect', 'not-found', 'forbidden'],
  },
  {
    id: 'layout',
    from: 'LayoutError',
    owner: 'app',
    codes: ['layout-name', 'layout-file', 'layout-region', 'layout-source', 'layout-unserved'],
  },
  {
    id: 'topics',
    from: 'BusError',
    owner: 'app',
    codes: [
      'topic-invalid',
      'pattern-invalid',
      'topic-refused',
      'topic-loop',
      'message-unsendable',
    ],
  },
  {
    id: 'session',
    from: 'SessionError',
    owner: 'engine',
    codes: ['queue-full', 'mailbox-full', 'handler-failed'],
  },
  {
    id: 'state',
    from: 'StateError',
    owner: 'app',
    codes: ['state-unstorable', 'state-too-large', 'state-unreadable'],
  },
  {
    id: 'store',
    from: 'StoreError',
    owner: 'engine',
    codes: [
      'session-fenced',
      'session-gone',
      'session-unreadable',
      'session-id-invalid',
      'store-unwritable',
      'store-closed',
    ],
  },
  {
    id: 'server',
    from: 'ServerError',
    owner: 'host',
    codes: [
      'port-taken',
      'port-refused',
      'client-missing',
      'pages-missing',
      'path-twice',
      'identity-late',
      'identity-too-large',
      'key-invalid',
      'key-missing',
      'store-unfit',
    ],
  },
  {
    id: 'wire',
    from: 'ProtocolError',
    owner: 'network',
    codes: [
      'frame-unknown',
      'frame-truncated',
      'frame-malformed',
      'frame-too-large',
      'form-too-large',
      'hello-expected',
      'event-forged',
      'session-gone',
      'token-invalid',
      'identity-refused',
      'identity-changed',
      'session-ended',
      'guard-refused',
    ],
  },
  {
    id: 'page',
    from: undefined,
    owner: 'app',
    codes: [
      'page-moved',
      'drive-failed',
      'redirect-loop',
      'take-over-failed',
      'store-waits',
      'store-works',
      'client-incomplete',
      'frame-diverged',
    ],
  },
  {
    id: 'testing',
    from: 'TestingError',
    owner: 'app',
    codes: [
      'query-not-found',
      'query-ambiguous',
      'action-impossible',
      'component-not-found',
      'component-ambiguous',
      'page-failed',
      'not-settled',
      'component-default',
      'check-malformed',
      'package-missing',
      'cost-unknown',
    ],
  },
] as const satisfies readonly {
  id: string
  from: string | undefined
  owner: Owner
  codes: readonly string[]
}[]

type ErrorGroup = (typeof ERROR_GROUPS)[number]
export type ErrorGroupId = ErrorGroup['id']
export type ErrorCode = ErrorGroup['codes'][number]

/** Why it comes, and what ends it: Markdown. */
export interface CauseAndCure {
  readonly cause: string
  readonly cure: string
}

/** One code as its page shows it. */
export interface ErrorEntry {
  readonly code: ErrorCode
  readonly owner: Owner
  /** The classes that carry it; empty where a tab or a log is told it as data. */
  readonly from: readonly string[]
}

/** Codes whose owner is not that of their class. */
const OWNERS: { readonly [Code in ErrorCode]?: Owner } = {
  'state-unreadable': 'engine',
  'session-unreadable': 'host',
  'store-unwritable': 'host',
  'store-waits': 'host',
  'store-works': 'host',
  'client-incomplete': 'network',
  'frame-diverged': 'engine',
}

/** The codes of each group, each code in the first group that has it. */
export function errorEntries(): { id: ErrorGroupId; entries: ErrorEntry[] }[] {
  const seen = new Set<ErrorCode>()
  return ERROR_GROUPS.map(({ id, owner, codes }) => {
    const fresh = codes.filter((code) => !seen.has(code))
    for (const code of fresh) seen.add(code)
    return {
      id,
      entries: fresh.map((code) => ({ code, owner: OWNERS[code] ?? owner, from: classesOf(code) })),
    }
  })
}

const classesOf = (code: ErrorCode) =>
  ERROR_GROUPS.flatMap(({ from, codes }) =>
    from && (codes as readonly ErrorCode[]).includes(code) ? [from] : [],
  )
