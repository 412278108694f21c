/** One mounted component: its place in the tree and in the page. The rest is what it renders, what is stored of it, and its life. */
import { Region } from '../template/instances.ts'
import type { Component, Lifecycle, View } from './component.ts'
import { Life } from './life.ts'
import { Rendering } from './rendering.ts'
import { sameProps } from './same.ts'
import { Snapshot } from './snapshot.ts'

type Props = Readonly<Record<string, unknown>>

/** What a parent passes to a component. */
export interface Passed {
  readonly props: Props
  /** Shown in its place until it is ready. */
  readonly placeholder?: View
}

export class ComponentNode {
  /** Structural path: the parent's path, then the key or the place in its template. */
  readonly path: string
  readonly component: Component & Lifecycle
  readonly parent: ComponentNode | undefined
  readonly region: Region
  readonly rendering = new Rendering()
  readonly snapshot: Snapshot
  readonly life = new Life()
  private passed: Passed
  private byPlace = CHILDLESS
  private isRenewed = false

  constructor(
    path: string,
    component: Component,
    passed: Passed,
    parent: ComponentNode | undefined,
    id: number,
  ) {
    this.path = path
    this.component = component
    this.passed = passed
    this.parent = parent
    this.region = new Region(id)
    this.snapshot = new Snapshot(component)
    nodes.set(component, this)
  }

  get name(): string {
    return this.component.constructor.name || 'Component'
  }

  get props(): Props {
    return this.passed.props
  }

  get placeholder(): View {
    return this.passed.placeholder
  }

  /** Its parent has run again. False if the props are the same. */
  pass(passed: Passed): boolean {
    const before = this.passed.props
    this.passed = passed
    if (sameProps(before, passed.props)) return false
    this.rendering.invalidate()
    this.snapshot.outdate()
    return true
  }

  /** Its props may contain a piece of the parent's view, which may hold mounts. */
  get mayHoldPieces(): boolean {
    const { props } = this
    for (const name in props)
      if (typeof props[name] === 'object' && props[name] !== null) return true
    return false
  }

  get root(): ComponentNode {
    return this.parent?.root ?? this
  }

  /** By their places in its view. */
  get children(): ReadonlyMap<string, ComponentNode> {
    return this.byPlace
  }

  /** It failed or is retried: its next run keeps none of the children. */
  renew(): void {
    this.rendering.invalidate()
    this.isRenewed = true
  }

  /** The children that the next run may keep. */
  get lasting(): ReadonlyMap<string, ComponentNode> {
    return this.isRenewed ? CHILDLESS : this.byPlace
  }

  /** A run with these children was accepted. */
  adopt(children: ReadonlyMap<string, ComponentNode>): void {
    this.byPlace = children
    this.isRenewed = false
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

/** The children of most components. */
export const CHILDLESS: ReadonlyMap<string, ComponentNode> = new Map()

/** Where a component is mounted. */
export const nodeOf = (component: object | undefined): ComponentNode | undefined =>
  component && nodes.get(component)

const nodes = new WeakMap<object, ComponentNode>()
