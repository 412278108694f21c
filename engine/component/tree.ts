/** Keeps a session's components: renders what changed, mounts and unmounts children, catches failures. */
import { type HoleValue, holeValue } from '../template/build.ts'
import { checkView } from '../template/check.ts'
import { IN_PAGE } from '../template/nesting.ts'
import { Rendered, runAs } from '../template/rendered.ts'
import { ROOT_HOLE } from '../template/template.ts'
import type { View } from './component.ts'
import { createNode } from './create.ts'
import { ComponentError, InputError } from './errors.ts'
import { type Fault, faultOf } from './fault.ts'
import { isLoaded, LOADED } from './lazy.ts'
import { LiveComponent } from './live-component.ts'
import { type ComponentClass, type Mount, mounts } from './mount.ts'
import {
  CHILDLESS,
  type ComponentNode,
  type FailedStart,
  type Leaving,
  mayHoldPieces,
} from './node.ts'
import { placedMounts } from './placed.ts'
import { markConsumers } from './provide.ts'
import { NOTHING_PROVIDED } from './provided.ts'
import { pureView } from './pure-view.ts'
import { sameProps } from './same.ts'
import { viewByShare } from './shared-views.ts'
import { startNode } from './start.ts'
import type { TreeHost } from './tree-host.ts'

/** Whether the stored states of all components are current, so that they can be compared without encoding. */
export type StateTexts = 'current' | 'old'

export class ComponentTree {
  readonly root: ComponentNode
  private readonly host: TreeHost
  private nextId = 0
  /** A boundary shows something that failed in this refresh. */
  private failed = false
  private uncaught: { error: unknown } | undefined
  /** Every component, parents first, as of the last refresh. */
  standing: readonly ComponentNode[] = []
  /** Components were mounted or unmounted since then. */
  private isRegrown = true
  /** Some component may not have been told yet that it is live. */
  hasNewcomers = true
  private texts: StateTexts = 'old'

  constructor(host: TreeHost, component: ComponentClass, props: Readonly<Record<string, unknown>>) {
    this.host = host
    this.root = this.create(component, component.name, props, undefined)
  }

  /** Every component, parents first. */
  nodes(): readonly ComponentNode[] {
    // Trimmed to its size, because it is kept.
    if (this.isRegrown) this.standing = [...this.root.walk()].slice()
    this.isRegrown = false
    return this.standing
  }

  wasMounted(id: number): boolean {
    return id < this.nextId
  }

  /** Every view runs again at the next refresh. */
  markAll(): void {
    for (const node of this.root.walk()) node.dirty = true
  }

  /** What a first paint waits for: unsettled `start` promises, loads, modules. */
  awaited(): Promise<void>[] {
    return [...this.root.walk()].flatMap(({ starting, awaited }) => [
      ...(starting ? [starting] : []),
      ...(awaited ?? []),
    ])
  }

  /**
   * Runs the views that may have changed; afterwards `fresh` nodes differ from what the tab was shown. A view that fails
   * without a boundary above it stays as it was. `texts`: whether the stored states are current.
   *
   * @throws the first error, after all other views have run.
   */
  refresh(texts: StateTexts = 'old'): void {
    this.texts = texts
    do {
      this.failed = false
      this.refreshNode(this.root)
    } while (this.failed)
    this.texts = 'old'
    if (this.isRegrown) this.nodes()
    const { uncaught } = this
    this.uncaught = undefined
    if (uncaught) throw uncaught.error
  }

  /** Reports it to the session, and makes the nearest boundary show it. False if there is none. */
  fail(node: ComponentNode, error: unknown, during: string, leaving?: Leaving): boolean {
    return this.failAs(faultOf(error, node.name, during), node, leaving)
  }

  /** Ends a component and all below it, children first. */
  unmount(node: ComponentNode, leaving: Leaving = 'ended'): void {
    for (const child of node.children.values()) this.unmount(child, leaving)
    if (node.life === 'unmounted') return
    node.life = 'unmounted'
    for (const end of node.endings ?? []) end()
    node.endings = undefined
    this.texts = 'old'
    try {
      if (node.wasMounted) node.component.unmounted?.()
    } catch (error) {
      this.host.fault(faultOf(error, node.name, 'unmounted'))
    }
    node.component.getDriver().attach(undefined)
    this.host.unmounted(node, leaving)
  }

  private failAs(fault: Fault, node: ComponentNode, leaving: Leaving = 'ended'): boolean {
    this.host.fault(fault)
    if (fault.error instanceof InputError) return false
    const boundary = node.life === 'unmounted' ? undefined : boundaryOf(node)
    if (!boundary) return false
    boundary.failure = { error: fault.error, fault, leaving, shown: false }
    boundary.dirty = true
    boundary.renews = true
    boundary.life = 'failed'
    this.failed = true
    return true
  }

  private create(
    component: ComponentClass,
    path: string,
    props: Readonly<Record<string, unknown>>,
    parent: ComponentNode | undefined,
    placeholder?: Mount['placeholder'],
  ): ComponentNode {
    this.texts = 'old'
    const birth = { component, path, props, parent, id: this.nextId }
    this.hasNewcomers = this.isRegrown = true
    const { node, begins } = createNode(birth, (at) => this.host.place(at))
    this.nextId++
    node.placeholder = placeholder
    const isRestored = this.begin(node)
    for (const begin of begins) begin(isRestored)
    return node
  }

  /** Restores a component's state from the store, or starts the component. */
  private begin(node: ComponentNode): boolean {
    node.life = 'mounting'
    const isRestored = this.host.restore(node)
    this.start(node, isRestored)
    return isRestored
  }

  private start(node: ComponentNode, isRestored: boolean) {
    startNode(node, isRestored, () => {
      node.dirty = true
      if (node.life !== 'unmounted') this.host.started(node)
    })
  }

  private refreshNode(node: ComponentNode) {
    if (node.failedStart && !node.failure) this.failStart(node, node.failedStart)
    else if (node.dirty) this.render(node)
    for (const child of node.children.values()) this.refreshNode(child)
  }

  // Its placeholder stays, or nothing, as when a view fails.
  private failStart(node: ComponentNode, failed: FailedStart) {
    node.dirty = false
    if (failed.isTold) return
    failed.isTold = true
    if (!this.failAs(failed.fault, node)) this.uncaught ??= { error: failed.fault.error }
  }

  private render(node: ComponentNode) {
    node.dirty = false
    node.isSilent = false
    const { life, provided } = node
    if (life === 'mounted') node.life = 'updating'
    const before = mounts.count
    node.provided = node.injected = NOTHING_PROVIDED
    const born: ComponentNode[] = []
    try {
      const { sharedView } = node.component.constructor as { sharedView?: boolean }
      const isShared = sharedView === true && sharesView(node)
      let view = isShared ? this.runShared(node) : this.run(node, false)
      const { overlays } = this.host.drawn
      if (overlays) view = overlays.cover(node.path, view) as View
      // Slots that a parent passes down may hold mounts from the parent's run.
      const isParent = mounts.count > before || node.children.size > 0 || node.holdsPieces
      const placed = isParent ? placedMounts(view, node.name) : NONE
      const children = isParent ? this.childrenFor(node, placed, born) : CHILDLESS
      node.view = checkedView(view, node)
      node.fresh = true
      node.life = node.failure ? 'failed' : life
      if (isParent) this.settle(node, children, placed)
      if (provided.size + node.provided.size > 0) markConsumers(node, provided)
    } catch (error) {
      // The last good view stays, and everything in it.
      for (const child of born) this.unmount(child)
      node.life = life
      node.provided = provided
      const fault =
        error instanceof Unborn
          ? faultOf(error.cause, error.component, 'constructor')
          : faultOf(error, node.name, node.failure ? 'fallback' : 'getTemplate')
      if (!this.failAs(fault, node)) this.uncaught ??= { error: fault.error }
    }
  }

  private run(node: ComponentNode, isShared: boolean): View {
    const recovered = (error: unknown) => this.host.recovered(faultOf(error, node.name, 'recover'))
    // The fallback of a failed boundary, the placeholder of a component that is not ready, or its template.
    const view = (): View => {
      const { component, failure } = node
      if (failure) {
        failure.shown = true
        return component.fallback?.(failure.error, () => this.retry(node), failure.fault)
      }
      const isThere = !node.starting && (!(LOADED in component) || isLoaded(component))
      return isThere ? component.getTemplate() : (component.placeholder?.() ?? node.placeholder)
    }
    const { checks } = this.host
    const run = checks ? () => pureView(node, (other) => this.host.stateText(other), view) : view
    return runAs(node, node, run, { recovered, isShared })
  }

  private runShared(node: ComponentNode): View {
    const { host } = this
    return viewByShare(node, {
      state: () => (this.texts === 'current' ? node.stored : undefined) ?? host.stateText(node),
      run: (isShared) => this.run(node, isShared),
      checked: (view) => checkedView(view, node),
      checks: host.checks,
      differs: (error) => host.fault(faultOf(error, node.name, 'getTemplate')),
    })
  }

  /** The children of a new run: existing ones, and those that are `born` for it. None ends yet. */
  private childrenFor(
    node: ComponentNode,
    placed: ReadonlyMap<string, Mount>,
    born: ComponentNode[],
  ): Map<string, ComponentNode> {
    const children = new Map<string, ComponentNode>()
    for (const [place, mount] of placed) {
      let child = node.renews ? undefined : node.children.get(place)
      if (!child || !(child.component instanceof mount.component)) {
        child = this.bear(node, place, mount)
        child.region.context = node.children.get(place)?.region.context ?? IN_PAGE
        born.push(child)
      }
      children.set(place, child)
      mount.region = child.region
    }
    return children
  }

  private bear(parent: ComponentNode, place: string, mount: Mount): ComponentNode {
    const { component, props, placeholder } = mount
    try {
      return this.create(component, `${parent.path}/${place}`, props, parent, placeholder)
    } catch (cause) {
      throw new Unborn(component.name, cause)
    }
  }

  /** The run is accepted: children that it left out end, the others get their new props. */
  private settle(
    node: ComponentNode,
    children: ReadonlyMap<string, ComponentNode>,
    placed: ReadonlyMap<string, Mount>,
  ) {
    const before = node.children
    node.children = children
    this.isRegrown = true
    node.renews = false
    for (const [place, child] of before) {
      if (children.get(place) !== child) this.unmount(child, node.failure?.leaving)
    }
    for (const [place, mount] of placed) {
      const child = children.get(place)!
      child.placeholder = mount.placeholder
      // Its content may not be allowed in the place it has moved to.
      if (child.context !== child.region.context) child.dirty = true
      if (before.get(place) === child) this.setProps(child, mount.props)
    }
  }

  private setProps(node: ComponentNode, props: Readonly<Record<string, unknown>>) {
    const previous = node.props
    if (sameProps(previous, props)) return
    node.props = props
    node.holdsPieces = mayHoldPieces(props)
    if (node.component instanceof LiveComponent) LiveComponent.setProps(node.component, props)
    node.dirty = true
    node.newProps = true
    this.texts = 'old'
    try {
      node.component.propsChanged?.(previous)
    } catch (error) {
      this.fail(node, error, 'propsChanged')
    }
  }

  private retry(node: ComponentNode) {
    if (!node.failure) return
    node.failure = undefined
    node.life = 'mounted'
    node.dirty = true
    node.renews = true
    if (node.failedStart) {
      node.failedStart = undefined
      this.start(node, false)
    }
    this.host.started(node)
  }
}

const NONE: ReadonlyMap<string, Mount> = new Map()

/** Whether its class has promised that its view can be shared. What is shown in place of the view is never shared. */
const sharesView = ({ component, failure, starting }: ComponentNode): boolean =>
  component instanceof LiveComponent &&
  (component.constructor as typeof LiveComponent).sharedView &&
  !failure &&
  !starting

/** @throws ComponentError or TemplateError for a view that can't be shown. */
function checkedView(view: View, node: ComponentNode): HoleValue {
  if (view instanceof Promise) {
    throw new ComponentError(
      'component-view',
      `Expected ${node.name}.getTemplate() to return a template, received a promise. Load data in start() or a handler, and show it from fields.`,
    )
  }
  const value = view instanceof Rendered ? view : holeValue(view, ROOT_HOLE)
  const { context } = node.region
  const checked = checkView(value, context)
  node.context = context
  return checked
}

/** The constructor threw, so the component has no node. */
class Unborn extends Error {
  readonly component: string
  constructor(component: string, cause: unknown) {
    super('', { cause })
    this.component = component
  }
}

// A failure in a fallback belongs to the next boundary; one beside the first failure still belongs to this one.
function boundaryOf(node: ComponentNode): ComponentNode | undefined {
  for (let at: ComponentNode | undefined = node; at; at = at.parent) {
    if (at.component.fallback && !at.failure?.shown) return at
  }
  return undefined
}
