/** Runs a shared view once for all components of a class whose state and props are equal. */
import { writeTree } from '../state/codec.ts'
import type { ChildValue } from '../template/build.ts'
import type { View } from './component.ts'
import type { ComponentNode } from './node.ts'
import { isInjectedAlike } from './provide.ts'
import type { Provided } from './provided.ts'
import { type SharedView, sharedCopy } from './shared-copy.ts'
import { sharedDifference } from './shared-difference.ts'

/** How a view is run, and what happens if it breaks its promise. */
interface SharedRuns {
  /** The component's current state, encoded; undefined if it can't be. */
  state(): string | undefined
  run(isShared: boolean): View
  /** The view in a form that can be shown. */
  checked(view: View): ChildValue
  /** Runs every view anyway and compares it with the shared one: for development. */
  readonly checks: boolean
  differs(error: unknown): void
}

/** What was shown for one state. */
interface Known {
  readonly state: string
  readonly props: string
  /** What it took of the values provided above it. */
  readonly injected: Provided
  readonly view: SharedView
}

/** Components of equal state usually run one after another; a few more are kept for groups that alternate. */
const MAX_VIEWS = 8
/** How many characters of state and props are kept for a class: keeping a larger page would only waste memory. */
const MAX_LETTERS = 262_144

/** By class, newest first. */
const views = new WeakMap<object, readonly Known[]>()

/** What `node` shows: from its own run, or from a run of another component with the same result. */
export function viewByShare(
  node: ComponentNode,
  { state, run, checked, checks, differs }: SharedRuns,
): View {
  const key = keyOf(node, state)
  if (!key) return run(false)
  const kept = views.get(node.component.constructor) ?? []
  const known = kept.find(
    (one) =>
      one.state === key.state && one.props === key.props && isInjectedAlike(node, one.injected),
  )
  if (known && !checks) {
    node.rendering.injectAs(known.injected)
    return known.view
  }
  const own = run(true)
  const view = sharedCopy(checked(own), node.component, (known ?? kept[0])?.view)
  if (known && view !== known.view) {
    views.set(node.component.constructor, without(known, kept))
    differs(sharedDifference(node.name, known.view, view))
    return own
  }
  const { injected } = node.rendering
  if (!known && isLasting(injected)) {
    const newest: Known = { ...key, injected, view }
    views.set(node.component.constructor, bounded([newest, ...kept]))
  }
  return view
}

// Functions and pieces of a parent's view belong to that parent: a component that gets them runs its own view.
function keyOf({ props }: ComponentNode, state: () => string | undefined) {
  const text = textOf(props)
  const written = text === undefined ? undefined : state()
  return written === undefined ? undefined : { state: written, props: text! }
}

// An optional prop is often present but undefined, which JSON would leave out too.
function textOf(props: Readonly<Record<string, unknown>>): string | undefined {
  const names = Object.keys(props)
  const empty = names.filter((name) => props[name] === undefined)
  if (empty.length === 0) return writeTree(props)
  const given = names.filter((name) => props[name] !== undefined)
  const text = writeTree(Object.fromEntries(given.map((name) => [name, props[name]])))
  return text && `${text}${JSON.stringify(empty)}`
}

// An object may be changed in place, and may refer to a session.
const isLasting = (injected: Provided) =>
  [...injected.values()].every(
    (value) => value === null || !/^(object|function)$/.test(typeof value),
  )

function bounded(all: readonly Known[]): readonly Known[] {
  let letters = 0
  const fits = ({ state, props }: Known) => (letters += state.length + props.length) <= MAX_LETTERS
  return all.slice(0, MAX_VIEWS).filter(fits)
}

const without = (gone: Known, all: readonly Known[]) => all.filter((one) => one !== gone)
