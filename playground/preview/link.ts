/** The page's end of what it says to one preview, whose document comes and goes. */
import {
  type Ask,
  type FromPreview,
  NO_SETTINGS,
  type Settings,
  type Told,
  type ToPreview,
} from './messages.ts'

export interface PreviewLink {
  /** The window that is asked from now on; undefined when there is none. */
  attach(target: Pick<Window, 'postMessage'> | undefined): void
  /** Takes a message of the preview; false if it is about something else. */
  accept(data: unknown): boolean
  /** Rejects with a `PreviewError` if the preview can't, or does not answer. */
  ask(ask: Ask): Promise<unknown>
  set(settings: Settings): void
  /** Whether the page in the preview is connected to its server. */
  hasJoined(): boolean
  setJoined(joined: boolean): void
  onJoin(listener: () => void): () => void
  /** Calls back with what the preview says by itself. */
  hear(listener: (told: Told) => void): () => void
}

/** Why a preview did not do what was asked: `message` is a sentence for the reader. */
export class PreviewError extends Error {
  override name = 'PreviewError'
  readonly code: 'preview-away' | 'preview-refused'
  constructor(code: PreviewError['code'], message: string) {
    super(message)
    this.code = code
  }
}

// A page that does not answer is busy or gone, and whoever waits for it must go on.
const PATIENCE = 5000

export function createPreviewLink(): PreviewLink {
  const waiting = new Map<number, (answer: { value: unknown } | { refused: string }) => void>()
  const listeners = new Set<(told: Told) => void>()
  let target: Pick<Window, 'postMessage'> | undefined
  const joins = new Set<() => void>()
  let settings = NO_SETTINGS
  let joined = false
  let nextId = 1

  const post = (message: ToPreview) => target?.postMessage(message, '*')

  return {
    attach(next) {
      target = next
    },
    accept(data) {
      if (!isFromPreview(data)) return false
      if ('told' in data) {
        if (data.told.type === 'here') post({ source: 'telar-page', settings })
        for (const listener of [...listeners]) listener(data.told)
      } else {
        waiting.get(data.id)?.(data)
        waiting.delete(data.id)
      }
      return true
    },
    ask(ask) {
      if (!target) return Promise.reject(away())
      const id = nextId++
      post({ source: 'telar-page', id, ask })
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(id)
          reject(away())
        }, PATIENCE)
        waiting.set(id, (answer) => {
          clearTimeout(timer)
          if ('refused' in answer) reject(new PreviewError('preview-refused', answer.refused))
          else resolve(answer.value)
        })
      })
    },
    set(next) {
      settings = next
      post({ source: 'telar-page', settings })
    },
    hasJoined: () => joined,
    setJoined(now) {
      if (now === joined) return
      joined = now
      for (const listener of [...joins]) listener()
    },
    onJoin(listener) {
      joins.add(listener)
      return () => void joins.delete(listener)
    },
    hear(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

const away = () =>
  new PreviewError(
    'preview-away',
    'Expected the preview to answer, received nothing. Run the code.',
  )

// The reader's own page may post anything.
function isFromPreview(data: unknown): data is FromPreview {
  if (typeof data !== 'object' || data === null) return false
  const { source, id, told } = data as Record<string, unknown>
  if (source !== 'telar-preview') return false
  return typeof id === 'number' || typeof (told as Told | undefined)?.type === 'string'
}
