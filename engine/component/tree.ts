/** Keeps a session's components: renders what changed, mounts and unmounts children, catches failures. */
import { type ChildValue, childValue } from '../template/build.ts'
import { checkView } from '../template/check.ts'
import { IN_PAGE } from '../template/nesting.ts'
import { Rendered, runAs } from '../template/rendered.ts'
import { ROOT_SLOT } from '../template/template.ts'
import type { View } from './component.ts'
import { createNode } from './create.ts'
import { ComponentError, InputError } from './errors.ts'
import { type Fault, faultOf } from './fault.ts'
import { askGuardOf } from './guard.ts'
import { isLoaded, LOADED } from './lazy.ts'
import { FailedStart, type Leaving } from './life.ts'
import { LiveComponent } from './live-component.ts'
import { type ComponentClass, type Mount, mounts } from './mount.ts'
import type { ComponentNode } from './node.ts'
import { Outcome } from './outcome.ts'
import { placedMounts } from './placed.ts'
import { markConsumers } from './provide.ts'
import { pureView, refuseInView } from './pure-view.ts'
import type { Passed } from './rendering.ts'
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
  /** Some component has a guard. */
  hasGuards = false
  private texts: StateTexts = 'old'

  constructor(host: TreeHost, page: Passed & { readonly component: ComponentClass }) {
    this.host = host
    this.root = this.create(page.component, page.component.name, page, undefined)
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
    for (const node of this.root.walk()) node.rendering.invalidate()
  }

  /** What a first paint waits for: unsettled `start` promises, loads, modules. */
  awaited(): Promise<void>[] {
    return [...this.root.walk()].flatMap(({ life }) => life.unsettled())
  }

  /**
   * Runs the views that may have changed; afterwards fresh nodes differ from what the tab was shown. A view that fails
   * without a boundary above it stays as it was. `texts`: whether the stored states are current.
   *
   * Returns whether they are still: no component is new, left, or was passed other props.
   *
   * @throws the first error, after all other views have run.
   */
  refresh(texts: StateTexts = 'old'): StateTexts {
    this.texts = texts
    do {
      this.failed = false
      this.refreshNode(this.root)
    } while (this.failed)
    const { uncaught, texts: after } = this
    this.texts = 'old'
    if (this.isRegrown) this.nodes()
    this.uncaught = undefined
    if (uncaught) throw uncaught.error
    return after
  }

  /** Reports it to the session, and makes the nearest boundary show it. False if there is none. */
  fail(node: ComponentNode, error: unknown, during: string, leaving?: Leaving): boolean {
    return this.failAs(faultOf(error, node.name, during), node, leaving)
  }

  /** Ends a component and all below it, children first. */
  unmount(node: ComponentNode, leaving: Leaving = 'ended'): void {
    for (const child of node.rendering.children.values()) this.unmount(child, leaving)
    if (node.life.phase === 'ended') return
    const wasMounted = node.life.end()
    this.texts = 'old'
    try {
      if (wasMounted) node.component.unmounted?.()
    } catch (error) {
      this.host.tell(faultOf(error, node.name, 'unmounted'))
    }
    node.component.getDriver().attach(undefined)
    this.host.forget(node, leaving)
  }

  private failAs(fault: Fault, node: ComponentNode, leaving: Leaving = 'ended'): boolean {
    if (fault.error instanceof Outcome) {
      this.host.leave(fault.error)
      return false
    }
    this.host.tell(fault)
    if (fault.error instanceof InputError) return false
    // A component that may not be used is not asked what to show instead.
    const from = fault.during === 'guard' ? node.parent : node
    const boundary = from && node.life.phase !== 'ended' ? boundaryOf(from) : undefined
    if (!boundary) return false
    boundary.life.fails({ error: fault.error, fault, leaving })
    boundary.rendering.renew()
    this.failed = true
    return true
  }

  private create(
    component: ComponentClass,
    path: string,
    passed: Passed,
    parent: ComponentNode | undefined,
  ): ComponentNode {
    this.texts = 'old'
    const birth = { component, path, passed, parent, id: this.nextId }
    this.hasNewcomers = this.isRegrown = true
    const { node, begins } = createNode(birth, (at) => this.host.place(at))
    this.nextId++
    if (!this.mayBegin(node)) return node
    const isRestored = this.begin(node)
    for (const begin of begins) begin(isRestored)
    return node
  }

  // Nothing of a component that may not be used runs, and its stored state waits.
  private mayBegin(node: ComponentNode): boolean {
    if (!node.component.guard) return true
    this.hasGuards = true
    try {
      askGuardOf(node)
      return true
    } catch (error) {
      node.life.startFailed(faultOf(error, node.name, 'guard'))
      return false
    }
  }

  /**
   * The tab joins: every guard is asked again. What it refuses now leaves, and what it refused may come back.
   * @throws what a guard without a boundary above it throws.
   */
  guard(): void {
    for (const node of this.root.walk()) {
      if (node.life.failure?.fault.during === 'guard') this.retry(node)
      if (node.life.unready || node.life.phase === 'ended') continue
      try {
        askGuardOf(node)
      } catch (error) {
        if (!this.fail(node, error, 'guard', 'failed')) throw error
      }
    }
  }

  /** Restores a component's state from the store, or starts the component. */
  private begin(node: ComponentNode): boolean {
    const isRestored = this.host.states.restore(node)
    this.start(node, isRestored)
    return isRestored
  }

  private start(node: ComponentNode, isRestored: boolean) {
    startNode(node, isRestored, () => {
      node.rendering.invalidate()
      if (node.life.phase !== 'ended') this.host.changed(node)
    })
  }

  private refreshNode(node: ComponentNode) {
    const { life, rendering } = node
    const { unready } = life
    if (unready instanceof FailedStart && !life.failure) this.failStart(node, unready)
    else if (rendering.isDirty) this.render(node)
    for (const child of node.rendering.children.values()) this.refreshNode(child)
  }

  // Its placeholder stays, or nothing, as when a view fails.
  private failStart(node: ComponentNode, failed: FailedStart) {
    node.rendering.skip()
    if (!failed.tell()) return
    // What it may not show today, it may tomorrow.
    const leaving = failed.fault.during === 'guard' ? 'failed' : 'ended'
    if (!this.failAs(failed.fault, node, leaving)) this.uncaught ??= { error: failed.fault.error }
  }

  private render(node: ComponentNode) {
    const { rendering, region } = node
    const { provided } = rendering
    const before = mounts.count
    const born: ComponentNode[] = []
    let placed = NONE
    let children: ReadonlyMap<string, ComponentNode> | undefined
    try {
      rendering.update(region.context, () => {
        const { sharedView } = node.component.constructor as { sharedView?: boolean }
        const isShared = sharedView === true && sharesView(node)
        let view = isShared ? this.runShared(node) : this.run(node, false)
        const { overlays } = this.host.outbox
        if (overlays) view = overlays.cover(node.path, view) as View
        // Slots that a parent passes down may hold mounts from the parent's run.
        if (mounts.count > before || rendering.children.size > 0 || rendering.holdsPieces) {
          placed = placedMounts(view, node.name)
          children = this.childrenFor(node, placed, born)
        }
        return checkedView(view, node)
      })
      if (children) this.settle(node, children, placed)
      if (provided.size + rendering.provided.size > 0) markConsumers(node, provided)
    } catch (error) {
      // The last good view stays, and everything in it.
      for (const child of born) this.unmount(child)
      const fault =
        error instanceof Unborn
          ? faultOf(error.cause, error.component, 'constructor')
          : faultOf(error, node.name, node.life.failure ? 'fallback' : 'getTemplate')
      if (!this.failAs(fault, node)) this.uncaught ??= { error: fault.error }
    }
  }

  private run(node: ComponentNode, isShared: boolean): View {
    const recovered = (error: unknown) => this.host.recovered(faultOf(error, node.name, 'recover'))
    // The fallback of a failed boundary, the placeholder of a component that is not ready, or its template.
    const view = (): View => {
      const { component, life } = node
      const { failure } = life
      if (failure) {
        life.fallbackRuns()
        const retry = () => {
          refuseInView('retry()')
          this.retry(node)
        }
        return component.fallback?.(failure.error, retry, failure.fault)
      }
      const isThere = !life.unready && (!(LOADED in component) || isLoaded(component))
      return isThere
        ? component.getTemplate()
        : (component.placeholder?.() ?? node.rendering.passed.placeholder)
    }
    const checks = this.host.around.debug
    const run = checks
      ? () => pureView(node, (other) => this.host.states.textNow(other), view)
      : view
    return runAs(node, node.rendering, run, { recovered, isShared })
  }

  private runShared(node: ComponentNode): View {
    const { host } = this
    return viewByShare(node, {
      state: () =>
        (this.texts === 'current' ? node.snapshot.text : undefined) ?? host.states.textNow(node),
      run: (isShared) => this.run(node, isShared),
      checked: (view) => checkedView(view, node),
      checks: host.around.debug,
      differs: (error) => host.tell(faultOf(error, node.name, 'getTemplate')),
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
      let child = node.rendering.isRenewed ? undefined : node.rendering.children.get(place)
      if (!child || !(child.component instanceof mount.component)) {
        child = this.bear(node, place, mount)
        child.region.context = node.rendering.children.get(place)?.region.context ?? IN_PAGE
        born.push(child)
      }
      children.set(place, child)
      mount.region = child.region
    }
    return children
  }

  private bear(parent: ComponentNode, place: string, mount: Mount): ComponentNode {
    const { component } = mount
    try {
      return this.create(component, `${parent.path}/${place}`, mount, parent)
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
    const before = node.rendering.children
    node.rendering.adopt(children)
    this.isRegrown = true
    for (const [place, child] of before) {
      if (children.get(place) !== child) this.unmount(child, node.life.failure?.leaving)
    }
    for (const [place, mount] of placed) {
      const child = children.get(place)!
      // Its content may not be allowed in the place it has moved to.
      if (child.rendering.context !== child.region.context) child.rendering.invalidate()
      if (before.get(place) === child) this.pass(child, mount)
    }
  }

  private pass(node: ComponentNode, passed: Passed) {
    const previous = node.props
    if (!node.rendering.pass(passed)) return
    node.snapshot.outdate()
    if (node.component instanceof LiveComponent)
      LiveComponent.setProps(node.component, passed.props)
    this.texts = 'old'
    try {
      node.component.propsChanged?.(previous)
    } catch (error) {
      this.fail(node, error, 'propsChanged')
    }
  }

  private retry(node: ComponentNode) {
    if (!node.life.failure) return
    const startsAgain = node.life.recovers()
    node.rendering.renew()
    if (startsAgain) this.start(node, false)
    this.host.changed(node)
  }
}

const NONE: ReadonlyMap<string, Mount> = new Map()

/** Whether its class has promised that its view can be shared. What is shown in place of the view is never shared. */
const sharesView = ({ component, life }: ComponentNode): boolean =>
  component instanceof LiveComponent &&
  (component.constructor as typeof LiveComponent).sharedView &&
  !life.failure &&
  !life.unready

/** @throws ComponentError or TemplateError for a view that can't be shown. */
function checkedView(view: View, node: ComponentNode): ChildValue {
  if (view instanceof Promise) {
    throw new ComponentError(
      'component-view',
      `Expected ${node.name}.getTemplate() to return a template, received a promise. Load data in start() or a handler, and show it from fields.`,
    )
  }
  const value = view instanceof Rendered ? view : childValue(view, ROOT_SLOT)
  return checkView(value, node.region.context)
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
    if (at.component.fallback && !at.life.showsFallback) return at
  }
  return undefined
}
