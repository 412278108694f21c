/** Keeps a session's components: renders what changed, mounts and unmounts children, catches what fails. */
import { type HoleValue, holeValue } from '../template/build.ts'
import { checkValue } from '../template/check.ts'
import { Rendered } from '../template/rendered.ts'
import { withMemos } from '../template/values.ts'
import { bindMethods } from './bound.ts'
import type { Component, View } from './component.ts'
import { ComponentError } from './errors.ts'
import { LiveComponent } from './live-component.ts'
import { type ComponentClass, Mount, mounts } from './mount.ts'
import { ComponentNode } from './node.ts'
import { construct, type Place } from './place.ts'
import { placedMounts } from './placed.ts'

/** What the tree asks of the session it belongs to. */
export interface TreeHost {
  place(node: () => ComponentNode): Place
  /** Fills a freshly constructed component from the store; false when nothing is stored for it. */
  restore(node: ComponentNode): boolean
  /** A `start` that was not done at once has settled. */
  started(node: ComponentNode): void
  unmounted(node: ComponentNode): void
  fault(error: unknown, node: ComponentNode, during: string): void
}

export class ComponentTree {
  readonly root: ComponentNode
  private readonly host: TreeHost
  private nextId = 0

  constructor(host: TreeHost, component: ComponentClass, props: Readonly<Record<string, unknown>>) {
    this.host = host
    this.root = this.create(component, component.name, props, undefined)
  }

  wasMounted(id: number): boolean {
    return id < this.nextId
  }

  /** Every view runs again at the next refresh. */
  markAll(): void {
    for (const node of this.root.walk()) node.dirty = true
  }

  /** The `start` promises that have not settled. */
  starting(): Promise<void>[] {
    return [...this.root.walk()].flatMap((node) => node.starting ?? [])
  }

  /** Runs the views that may have changed; afterwards `fresh` nodes differ from what the tab was shown. */
  refresh(): void {
    this.refreshNode(this.root)
  }

  /** Starts a component, or takes its state from the store. */
  begin(node: ComponentNode): void {
    node.life = 'mounting'
    if (this.host.restore(node)) return
    try {
      const started = node.component.start?.()
      if (!(started instanceof Promise)) return
      node.starting = started.then(
        () => this.settled(node),
        (error) => {
          this.fail(node, error, 'start')
          this.settled(node)
        },
      )
    } catch (error) {
      this.fail(node, error, 'start')
    }
  }

  /** Shows `error` at the nearest boundary and tells the session. */
  fail(node: ComponentNode, error: unknown, during: string): void {
    this.host.fault(error, node, during)
    const boundary = this.boundaryOf(node)
    if (!boundary) return
    boundary.failure = { error }
    boundary.dirty = true
    boundary.life = 'failed'
  }

  private settled(node: ComponentNode) {
    node.starting = undefined
    node.dirty = true
    if (node.life !== 'unmounted') this.host.started(node)
  }

  private create(
    component: ComponentClass,
    path: string,
    props: Readonly<Record<string, unknown>>,
    parent: ComponentNode | undefined,
  ): ComponentNode {
    let node: ComponentNode | undefined
    const place = this.host.place(() => {
      if (node) return node
      throw new ComponentError(
        'component-detached',
        `${component.name}'s constructor can't start timers, subscribe or write to the page yet. Do it in connected().`,
      )
    })
    const made = construct({ props, place }, () => makeComponent(component))
    bindMethods(made, made instanceof LiveComponent ? LiveComponent.prototype : Object.prototype)
    node = new ComponentNode(path, made, props, parent, this.nextId++)
    made.getDriver().attach(place)
    this.begin(node)
    return node
  }

  private refreshNode(node: ComponentNode) {
    if (node.dirty && !node.overwritten) this.render(node)
    for (const child of node.children.values()) this.refreshNode(child)
  }

  private render(node: ComponentNode) {
    node.dirty = false
    const updating = node.life === 'mounted'
    if (updating) node.life = 'updating'
    const before = mounts.count
    try {
      const view = withMemos(node.memos, () => this.viewOf(node))
      // Slots that a parent passes down may hold mounts that were made in the parent's run.
      if (mounts.count > before || node.children.size > 0 || hasSlots(node.props)) {
        this.reconcile(node, placedMounts(view, node.name))
      }
      node.view = checkedView(view, node)
      node.fresh = true
      if (node.failure) return
      node.life = node.life === 'updating' ? 'mounted' : node.life
    } catch (error) {
      node.life = updating ? 'mounted' : node.life
      // A fallback that fails itself is the next boundary's.
      const failed = node.failure ? node.parent : node
      this.host.fault(error, node, node.failure ? 'fallback' : 'getTemplate')
      const boundary = failed && this.boundaryOf(failed)
      if (!boundary) throw error
      boundary.failure = { error }
      boundary.life = 'failed'
      this.render(boundary)
    }
  }

  private viewOf(node: ComponentNode): View {
    const { component, failure } = node
    if (failure) return component.fallback?.(failure.error, () => this.retry(node))
    if (node.starting) return component.placeholder?.()
    return component.getTemplate()
  }

  private retry(node: ComponentNode) {
    node.failure = undefined
    node.life = 'mounted'
    for (const each of node.walk()) each.dirty = true
  }

  private boundaryOf(node: ComponentNode): ComponentNode | undefined {
    for (let at: ComponentNode | undefined = node; at; at = at.parent) {
      if (at.component.fallback) return at
    }
    return undefined
  }

  private reconcile(node: ComponentNode, placed: Map<string, Mount>) {
    for (const [place, child] of node.children) {
      const mount = placed.get(place)
      if (mount && child.component instanceof mount.component) continue
      node.children.delete(place)
      this.unmount(child)
    }
    for (const [place, mount] of placed) {
      let child = node.children.get(place)
      if (child) this.setProps(child, mount.props)
      else {
        child = this.create(mount.component, `${node.path}/${place}`, mount.props, node)
        node.children.set(place, child)
      }
      mount.region = child.region
    }
  }

  private setProps(node: ComponentNode, props: Readonly<Record<string, unknown>>) {
    const previous = node.props
    if (sameProps(previous, props)) return
    node.props = props
    if (node.component instanceof LiveComponent) LiveComponent.setProps(node.component, props)
    node.dirty = true
    node.newProps = true
    try {
      node.component.propsChanged?.(previous)
    } catch (error) {
      this.fail(node, error, 'propsChanged')
    }
  }

  /** A driver wrote over the component's content: what its template held there is gone. */
  overwrite(node: ComponentNode): void {
    node.overwritten = true
    for (const child of node.children.values()) this.unmount(child)
    node.children.clear()
  }

  /** Ends a component and all below it, children first. */
  unmount(node: ComponentNode): void {
    for (const child of node.children.values()) this.unmount(child)
    if (node.life === 'unmounted') return
    const wasMounted = node.life !== 'created' && node.life !== 'mounting'
    node.life = 'unmounted'
    for (const end of node.endings) end()
    node.endings.clear()
    try {
      if (wasMounted) node.component.unmounted?.()
    } catch (error) {
      this.host.fault(error, node, 'unmounted')
    }
    node.component.getDriver().attach(undefined)
    this.host.unmounted(node)
  }
}

function makeComponent(component: ComponentClass): Component {
  const made = new component()
  if (typeof made?.getTemplate === 'function' && typeof made.getDriver === 'function') return made
  throw new ComponentError(
    'component-default',
    `Expected ${component.name || 'the class'} to be a component (extends LiveComponent), got a class without ${typeof made?.getTemplate === 'function' ? 'getDriver' : 'getTemplate'}().`,
  )
}

function checkedView(view: View, node: ComponentNode): HoleValue {
  if (view instanceof Promise) {
    throw new ComponentError(
      'component-view',
      `${node.name}.getTemplate() wants to answer at once, got a promise. Load in start() or a handler, show from fields.`,
    )
  }
  const value = holeValue(view, ROOT_HOLE)
  checkValue(value)
  return value
}

const ROOT_HOLE = { kind: 'hole', value: 0, within: '', sole: false, plain: false } as const

const sameProps = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>) => {
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every(
      (name) => Object.is(a[name], b[name]) && Object.hasOwn(b, name) && !isObject(a[name]),
    )
  )
}

// An object may have been changed in place, so a child that is given one always runs again.
const isObject = (value: unknown) => typeof value === 'object' && value !== null

const hasSlots = (props: Readonly<Record<string, unknown>>) =>
  Object.values(props).some(
    (value) => value instanceof Rendered || value instanceof Mount || Array.isArray(value),
  )
