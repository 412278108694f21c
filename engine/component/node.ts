/** One mounted component: where it stands, what it shows, what became of it. */
import type { FieldKinds, FieldNames, SelfStoring } from '../state/fields.ts'
import type { RowTexts } from '../state/row-texts.ts'
import type { HoleValue } from '../template/build.ts'
import { Region } from '../template/instances.ts'
import { IN_PAGE } from '../template/nesting.ts'
import type { Memos } from '../template/rendered.ts'
import type { Component, Lifecycle, LifeState, View } from './component.ts'
import type { Fault } from './fault.ts'
import { NOTHING_PROVIDED, type Provided } from './provided.ts'

/** Why a component leaves. What has `failed` may be tried again, and its state waits for that; what has `ended` takes it along. */
export type Leaving = 'ended' | 'failed'

/** Why a boundary shows its fallback. */
export interface Failure {
  readonly error: unknown
  readonly fault: Fault
  /** Why what stood there leaves: `failed` where its state was put back to before the failure. */
  readonly leaving: Leaving
  /** The fallback has run: what fails from now on is the fallback's own, and the next boundary's. */
  shown: boolean
}

/** Why a component has nothing to show. */
export interface FailedStart {
  readonly fault: Fault
  /** The nearest boundary, or the session, has heard of it. */
  isTold: boolean
}

interface Made {
  readonly own: FieldNames
  readonly kinds: FieldKinds
  readonly holders: ReadonlyMap<string, SelfStoring>
}

export class ComponentNode {
  readonly name: string
  /** Structural path: the parent's, then the key or the place in its template. */
  readonly path: string
  readonly component: Component & Lifecycle
  readonly parent: ComponentNode | undefined
  readonly region: Region
  children: ReadonlyMap<string, ComponentNode> = CHILDLESS
  /** The remembered rows of its lists, where it has any. */
  lists: Memos[] | undefined
  props: Readonly<Record<string, unknown>>
  /** A piece of the parent's view, which may hold mounts, may stand in its props. */
  holdsPieces: boolean
  /** What its parent shows in its place while it is not there yet. */
  placeholder: View
  life: LifeState = 'created'
  /** Its view may have changed. */
  dirty = true
  /** What its root hole should show. */
  view: HoleValue = ''
  /** What held where that was checked (`nesting.ts`). */
  context = IN_PAGE
  /** The view is newer than what the tab was shown. */
  fresh = false
  /** It ran again without anything having changed, which is nobody's business. */
  isSilent = false
  /** It has heard `mounted()`. */
  wasMounted = false
  /** Its parent passed other props since its state was last stored. */
  newProps = false
  /** `start`, or the loading of its module, has not settled: the placeholder shows. */
  starting: Promise<void> | undefined
  /** `start`, or the loading of its module, failed: what its fields hold by then is nothing to show or to keep. */
  failedStart: FailedStart | undefined
  /** What a first paint waits for beside `starting`. */
  awaited: Set<Promise<void>> | undefined
  /** What failed at or below it; as a boundary it shows its fallback while this is set. */
  failure: Failure | undefined
  /** It failed or is tried again: its next run keeps none of the children. */
  renews = false
  /** Its state as last stored. */
  stored: string | undefined
  /** How the rows of its state were stored last; dropped while the session rests. */
  texts: RowTexts | undefined
  /** What its constructor left, for later comparisons: fields of the engine's own, kinds, self-storing values. */
  made: Made | undefined
  /** What it gives to those below it, and what it took from those above. */
  provided: Provided = NOTHING_PROVIDED
  injected: Provided = NOTHING_PROVIDED
  /** Ends what it started: timers, subscriptions, presence, loads. */
  endings: Set<() => void> | undefined
  /** It has heard `connected()` in this process. */
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

  /** What a first paint waits for, until it has settled. */
  await(settled: Promise<void>): void {
    const awaited = (this.awaited ??= new Set())
    awaited.add(settled)
    const done = () => awaited.delete(settled)
    settled.then(done, done)
  }

  /** Has `end` called with its own end; the result calls it earlier. */
  ending(end: () => void): () => void {
    const endings = (this.endings ??= new Set())
    // What a component started ends with it, and once only.
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

/** Whether a piece of the parent's view may stand in these props. */
export const mayHoldPieces = (props: Readonly<Record<string, unknown>>): boolean =>
  Object.values(props).some((value) => typeof value === 'object' && value !== null)
