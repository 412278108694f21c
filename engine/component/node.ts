/** One mounted component: where it stands, what it shows, what became of it. */
import type { HoleValue } from '../template/build.ts'
import { Region } from '../template/shown.ts'
import type { Memos } from '../template/values.ts'
import type { Component, Lifecycle, LifeState } from './component.ts'

export class ComponentNode {
  /** Structural path: the parent's, then the key or the place in its template. */
  readonly path: string
  readonly component: Component & Lifecycle
  readonly parent: ComponentNode | undefined
  readonly region: Region
  readonly children = new Map<string, ComponentNode>()
  readonly memos: Memos[] = []
  props: Readonly<Record<string, unknown>>
  life: LifeState = 'created'
  /** Its view may have changed. */
  dirty = true
  /** What its root hole should show. */
  view: HoleValue = ''
  /** The view is newer than what the tab was shown. */
  fresh = false
  /** Its parent passed other props since its state was last stored. */
  newProps = false
  /** A driver replaced its content; its template is not shown any more. */
  overwritten = false
  /** `start` has not settled: the placeholder shows. */
  starting: Promise<void> | undefined
  /** What failed at or below it; as a boundary it shows its fallback while this is set. */
  failure: { error: unknown } | undefined
  /** Its state as last stored. */
  stored: string | undefined
  /** Ends what it started: timers, subscriptions, presence. */
  readonly endings = new Set<() => void>()

  constructor(
    path: string,
    component: Component,
    props: Readonly<Record<string, unknown>>,
    parent: ComponentNode | undefined,
    id: number,
  ) {
    this.path = path
    this.component = component
    this.props = props
    this.parent = parent
    this.region = new Region(id)
  }

  get name(): string {
    return this.component.constructor.name || 'Component'
  }

  /** This node and all below it, parents first. */
  *walk(): Generator<ComponentNode> {
    yield this
    for (const child of this.children.values()) yield* child.walk()
  }
}
