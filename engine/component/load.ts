/** Values that arrive later: loaded beside the session's turns, cancelled with their component. */
import { encodeState } from '../state/codec.ts'
import { RESTORE, type SelfStoring, STATE } from '../state/fields.ts'
import { bornField, type ComponentServices, LIVE, type LivingField } from './construction.ts'
import { ComponentError } from './errors.ts'
import type { ComponentNode } from './node.ts'

/** The value of a `load()` field: check `state` first, and TypeScript knows the rest. */
export type Load<Value> = (
  | { readonly state: 'loading'; readonly value?: Value; readonly error?: undefined }
  | { readonly state: 'done'; readonly value: Value; readonly error?: undefined }
  | { readonly state: 'failed'; readonly value?: Value; readonly error: unknown }
) & {
  /** Loads again: `loading` with the old value until then. The result of an earlier run is dropped. */
  reload(): void
}

/**
 * A field whose value loads without holding up the session's events. It begins once `start` was called. A first paint
 * waits for it as long as for `start`, so that the page is whole before any script runs. `done` and `failed` are state and are restored
 * at a take-over; what was `loading` starts again there, and the take-over does not wait. `signal` aborts when the component
 * ends or loads again. A value that can't be stored is a failure. `throw this.user.error` in a template passes it to a boundary.
 * (React Query's and Solid's resources, Phoenix's `assign_async`.)
 *
 * @param fetch Gets a signal that aborts when the component ends or loads again.
 * @example
 * const fetchUser = async (id: string, signal: AbortSignal) => {
 *   signal.throwIfAborted()
 *   return { name: `User ${id}` }
 * }
 * class Profile extends LiveComponent<{ id: string }> {
 *   user = load((signal) => fetchUser(this.props.id, signal))
 *   propsChanged() {
 *     this.user.reload()
 *   }
 *   getTemplate() {
 *     if (this.user.state === 'failed') return html`<button lv-click=${this.user.reload}>Try again</button>`
 *     return html`<p>${this.user.value?.name ?? 'Loading…'}</p>`
 *   }
 * }
 * const tab = await visit(Profile, { props: { id: '7' } })
 * tab.text() // 'User 7'
 */
export function load<Value>(fetch: (signal: AbortSignal) => Value | Promise<Value>): Load<Value> {
  const loading = new Loading(fetch)
  bornField(loading)
  return loading as Loading<Value> & Load<Value>
}

class Loading<Value> implements SelfStoring, LivingField {
  state: Load<Value>['state'] = 'loading'
  value: Value | undefined
  error: unknown
  readonly #fetch: (signal: AbortSignal) => Value | Promise<Value>
  #run: AbortController | undefined
  #around: { node: ComponentNode; place: ComponentServices } | undefined

  constructor(fetch: (signal: AbortSignal) => Value | Promise<Value>) {
    this.#fetch = fetch
  }

  // An arrow function, so that it can be used as a handler.
  readonly reload = (): void => {
    const { place } = this.#reach()
    this.state = 'loading'
    this.error = undefined
    this.#begin()
    place.changed()
  };

  [LIVE](node: ComponentNode, place: ComponentServices): (isRestored: boolean) => void {
    this.#around = { node, place }
    node.life.ending(() => this.#cancel())
    return (isRestored) => {
      if (this.state === 'loading' && !this.#run) this.#begin(!isRestored)
    }
  }

  [STATE](): unknown {
    this.#reach()
    const { state, value, error } = this
    return { state, value, error: error === undefined ? undefined : plainError(error) }
  }

  [RESTORE](data: unknown): void {
    const { state, value, error } = data as Stored<Value>
    if (state !== 'loading') this.#cancel()
    this.state = state
    this.value = value
    // In the process where it failed, this is the error itself.
    if (error === undefined || !this.error) this.error = error && revivedError(error)
  }

  #begin(isAwaited = true) {
    const { node } = this.#reach()
    this.#cancel()
    const run = new AbortController()
    this.#run = run
    const settled = new Promise<Value>((resolve) => resolve(this.#fetch(run.signal)))
      .then((value) => {
        storable(value, node.name)
        return { state: 'done', value } as const
      })
      .catch((error: unknown) => ({ state: 'failed', error }) as const)
      .then((outcome) => this.#settle(run, outcome))
    if (isAwaited) node.life.await(settled)
  }

  // In a turn of its own, after the handlers that wait: one of them may load again.
  #settle(run: AbortController, outcome: Outcome<Value>) {
    if (this.#run !== run) return
    this.#reach().place.turn('load', () => {
      if (this.#run !== run) return
      this.#run = undefined
      this.state = outcome.state
      if (outcome.state === 'done') this.value = outcome.value
      else
        this.error =
          outcome.error ?? new Error('Expected an error from what failed to load, received none.')
    })
  }

  #cancel() {
    this.#run?.abort()
    this.#run = undefined
  }

  #reach() {
    if (this.#around) return this.#around
    throw new ComponentError(
      'component-detached',
      'Expected load() in a field of a mounted component, received a call elsewhere. Write `user = load(…)` in the class, not in a handler.',
    )
  }
}

type Outcome<Value> = { state: 'done'; value: Value } | { state: 'failed'; error: unknown }

interface Stored<Value> {
  state: Load<Value>['state']
  value: Value | undefined
  error: PlainError | undefined
}

// @throws StateError, since a failed load is better than a component that can't be stored.
const storable = (value: unknown, name: string) => encodeState({ value }, { name: `${name}.load` })

interface PlainError {
  name: string
  message: string
  code?: string
  owner?: string
}

function plainError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  const { name, message, code, owner } = error as Error & { code?: unknown; owner?: unknown }
  return {
    name,
    message,
    ...(typeof code === 'string' && { code }),
    ...(typeof owner === 'string' && { owner }),
  }
}

const revivedError = ({ message, ...rest }: PlainError) => Object.assign(new Error(message), rest)
