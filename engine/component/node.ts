/** One mounted component: its place, what it shows, and its status. */
import type { FieldKinds, FieldNames, SelfStoring } from '../state/fields.ts'
import type { RowTexts } from '../state/row-texts.ts'
import type { HoleValue } from '../template/build.ts'
import { Region } from '../template/instances.ts'
import { IN_PAGE } from '../template/nesting.ts'
import type { Memos } from '../template/rendered.ts'
import type { Component, Lifecycle, LifeState, View } from './component.ts'
import type { Fault } from './fault.ts'
import { NOTHING_PROVIDED, type Provided } from './provided.ts'

/** Why a component leaves. One that has `failed` may be retried, so its state is kept; the state of one that has `ended` goes with it. */
export type Leaving = 'ended' | 'failed'

/** Why a boundary shows its fallback. */
export interface Failure {
  readonly error: unknown
  readonly fault: Fault
  /** Why its content leaves: `failed` if its state was reset to before the failure. */
  readonly leaving: Leaving
  /** The fallback has run: a later failure is the fallback's, so the next boundary must show it. */
  shown: boolean
}

/** Why a component has nothing to show. */
export interface FailedStart {
  readonly fault: Fault
  /** The nearest boundary, or the session, knows of it. */
  isTold: boolean
}

interface Made {
  readonly own: FieldNames
  readonly kinds: FieldKinds
  readonly holders: ReadonlyMap<string, SelfStoring>
}

export class ComponentNode {
  readonly name: string
  /** Structural path: the parent's path, then the key or the place in its template. */
  readonly path: string
  readonly component: Component & Lifecycle
  readonly parent: ComponentNode | undefined
  readonly region: Region
  children: ReadonlyMap<string, ComponentNode> = CHILDLESS
  /** The memoized rows of its lists, if it has any. */
  lists: Memos[] | undefined
  props: Readonly<Record<string, unknown>>
  /** Its props may contain a piece of the parent's view, which may hold mounts. */
  holdsPieces: boolean
  /** What its parent shows in its place until it is ready. */
  placeholder: View
  life: LifeState = 'created'
  /** Its view may have changed. */
  dirty = true
  /** What its root hole must show. */
  view: HoleValue = ''
  /** The context in which that was checked (`nesting.ts`). */
  context = IN_PAGE
  /** The view is newer than what the tab was shown. */
  fresh = false
  /** Rendered again with no change: do not call `updated()`. */
  isSilent = false
  /** `mounted()` was called. */
  wasMounted = false
  /** Its parent passed other props since its state was last stored. */
  newProps = false
  /** `start`, or the loading of its module, is not finished: the placeholder shows. */
  starting: Promise<void> | undefined
  /** `start`, or the loading of its module, failed: its fields must not be shown or kept. */
  failedStart: FailedStart | undefined
  /** What a first paint waits for besides `starting`. */
  awaited: Set<Promise<void>> | undefined
  /** What failed at or below it; while this is set, a boundary shows its fallback. */
  failure: Failure | undefined
  /** It failed or is retried: its next run keeps none of the children. */
  renews = false
  /** Its state as last stored. */
  stored: string | undefined
  /** How the rows of its state were last stored; dropped while the session hibernates. */
  texts: RowTexts | undefined
  /** What its constructor left, for later comparisons: the engine's own fields, kinds, self-storing values. */
  made: Made | undefined
  /** What it provides to those below it, and what it took from those above. */
  provided: Provided = NOTHING_PROVIDED
  injected: Provided = NOTHING_PROVIDED
  /** Ends what it started: timers, subscriptions, presence, loads. */
  endings: Set<() => void> | undefined
  /** `connected()` was called in this process. */
  live = false

  constructor(
    path: string,
    component: Component,
    props: Readonly<Record<string, unknown>>,
    parent: ComponentNode | undefined,
    id: number,
  ) {
    this.name = component.constructor.name || 'Component'
    this.path = path
    this.component = component
    this.props = props
    this.holdsPieces = mayHoldPieces(props)
    this.parent = parent
    this.region = new Region(id)
    nodes.set(component, this)
  }

  /** What a first paint waits for, until it is settled. */
  await(settled: Promise<void>): void {
    const awaited = (this.awaited ??= new Set())
    awaited.add(settled)
    const done = () => awaited.delete(settled)
    settled.then(done, done)
  }

  /** Gives `end` its own end function; the result calls it earlier. */
  ending(end: () => void): () => void {
    const endings = (this.endings ??= new Set())
    // What a component started ends with it, and only once.
    const once = () => {
      if (endings.delete(once)) end()
    }
    endings.add(once)
    return once
  }

  get root(): ComponentNode {
    return this.parent?.root ?? this
  }

  /** This node and all below it, parents first. */
  *walk(): Generator<ComponentNode> {
    yield this
    for (const child of this.children.values()) yield* child.walk()
  }

  /** The same, children first. */
  *walkUp(): Generator<ComponentNode> {
    for (const child of this.children.values()) yield* child.walkUp()
    yield this
  }
}

/** Where a component is mounted. */
export const nodeOf = (component: object | undefined): ComponentNode | undefined =>
  component && nodes.get(component)

const nodes = new WeakMap<object, ComponentNode>()
/** The children of most components. */
export const CHILDLESS: ReadonlyMap<string, ComponentNode> = new Map()

/** Whether these props may contain a piece of the parent's view. */
export const mayHoldPieces = (props: Readonly<Record<string, unknown>>): boolean =>
  Object.values(props).some((value) => typeof value === 'object' && value !== null)
