/** One mounted component: its place in the tree and in the page. The rest is what it renders, what is stored of it, and its life. */
import { Region } from '../template/instances.ts'
import type { Component, Lifecycle } from './component.ts'
import { Life } from './life.ts'
import { type Passed, Rendering } from './rendering.ts'
import { Snapshot } from './snapshot.ts'

export class ComponentNode {
  /** Structural path: the parent's path, then the key or the place in its template. */
  readonly path: string
  readonly component: Component & Lifecycle
  readonly parent: ComponentNode | undefined
  readonly region: Region
  readonly rendering: Readonly<Rendering<ComponentNode>>
  readonly snapshot: Readonly<Snapshot>
  readonly life: Readonly<Life> = new Life()

  constructor(
    path: string,
    component: Component,
    passed: Passed,
    parent: ComponentNode | undefined,
    id: number,
  ) {
    this.path = path
    this.component = component
    this.parent = parent
    this.region = new Region(id)
    this.rendering = new Rendering(passed)
    this.snapshot = new Snapshot(component)
    nodes.set(component, this)
  }

  get name(): string {
    return this.component.constructor.name || 'Component'
  }

  get props(): Passed['props'] {
    return this.rendering.passed.props
  }

  get root(): ComponentNode {
    return this.parent?.root ?? this
  }

  /** This node and all below it, parents first. */
  *walk(): Generator<ComponentNode> {
    yield this
    for (const child of this.rendering.children.values()) yield* child.walk()
  }

  /** The same, children first. */
  *walkUp(): Generator<ComponentNode> {
    for (const child of this.rendering.children.values()) yield* child.walkUp()
    yield this
  }
}

/** Where a component is mounted. */
export const nodeOf = (component: object | undefined): ComponentNode | undefined =>
  component && nodes.get(component)

const nodes = new WeakMap<object, ComponentNode>()
