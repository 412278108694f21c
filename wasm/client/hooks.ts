/** Calls scripts of the page during the life of elements that name them: `lv-hook="chart"`. After LiveView's hooks. */
import { aside } from './changes.ts'

/** What a hook can do besides changing its element. */
interface HookApi {
  /** Runs the handler `lv-<event>` of the element, or of one around it; `detail` is JSON and arrives as `event.detail`. */
  push(event: string, detail?: unknown): void
  /** Receives what the component, or one around it, pushes under this name; ends with the element. */
  on(event: string, hear: (detail: unknown) => void): void
}

/** All methods are optional; `this` is not set. */
interface Hook {
  /** The element is in the page: in the first paint, or inserted later. */
  mounted?(element: Element, api: HookApi): void
  /** The server has changed an attribute of the element. */
  updated?(element: Element, api: HookApi): void
  /** The element has left the page; a move does not count. */
  destroyed?(element: Element, api: HookApi): void
  disconnected?(element: Element, api: HookApi): void
  reconnected?(element: Element, api: HookApi): void
}

interface Life {
  hook: Hook
  api: HookApi
  ended: AbortController
}

const lives = new Map<Element, Life>()
const page = document.documentElement
let observer: MutationObserver | undefined
let wasConnected = true

/** Starts, once. Hooks are in `window.telar.hooks`, now or when a later script of the page has loaded. */
export function startHooks() {
  if (observer) return
  observer = new MutationObserver((changes) => {
    if (!changes.every(isOwnMark)) look(changes)
  })
  observer.observe(document, { subtree: true, childList: true, attributes: true })
  document.addEventListener('load', () => look([]), true)
  look([])
}

/** Changes that no hook hears of. */
export function unheard(change: () => void) {
  if (observer) look(observer.takeRecords())
  change()
  observer?.takeRecords()
}

function look(changes: readonly MutationRecord[]) {
  for (const [element, life] of lives) {
    if (element.isConnected && element.hasAttribute('lv-hook')) continue
    if (aside.has(element.getRootNode())) continue
    lives.delete(element)
    run(element, life, 'destroyed')
    life.ended.abort()
  }
  const changed = new Set(changes.filter(isAttribute).map(({ target }) => target as Element))
  for (const element of changed) {
    const life = lives.get(element)
    if (life) run(element, life, 'updated')
  }
  for (const element of document.querySelectorAll('[lv-hook]')) {
    const hook = hookNamed(element.getAttribute('lv-hook')!)
    if (!hook || lives.has(element)) continue
    const ended = new AbortController()
    const life = { hook, ended, api: apiFor(element, ended.signal) }
    lives.set(element, life)
    run(element, life, 'mounted')
  }
  const isConnected = page.dataset.telar !== 'disconnected'
  if (isConnected !== wasConnected && /^(dis)?connected$/.test(page.dataset.telar!)) {
    wasConnected = isConnected
    for (const [element, life] of lives) {
      run(element, life, isConnected ? 'reconnected' : 'disconnected')
    }
  }
  // Changes that hooks made themselves are not reported to them.
  observer!.takeRecords()
}

// One that throws must not keep the others from running.
function run(element: Element, { hook, api }: Life, moment: keyof Hook) {
  try {
    hook[moment]?.(element, api)
  } catch (error) {
    reportError(error)
  }
}

function apiFor(element: Element, signal: AbortSignal): HookApi {
  return {
    push(event, detail = null) {
      element.dispatchEvent(new CustomEvent(event, { detail, bubbles: true }))
    },
    on(event, hear) {
      const heard = (pushed: Event) => {
        const { target } = pushed
        if (target instanceof Element && target.contains(element)) {
          hear((pushed as CustomEvent).detail)
        }
      }
      document.addEventListener(event, heard, { signal })
    },
  }
}

// The client's own marks are not reported either; there are two with each event.
const isOwnMark = ({ attributeName }: MutationRecord) => /^lv-/.test(attributeName ?? '')
const isAttribute = (change: MutationRecord) => change.type === 'attributes' && !isOwnMark(change)

const hookNamed = (name: string): Hook | undefined =>
  (window as { telar?: { hooks?: Record<string, Hook> } }).telar?.hooks?.[name]
