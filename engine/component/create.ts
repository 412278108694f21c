/** Makes a component and its node: runs the constructor in its context, binds methods, ties the driver. */
import { bindMethods } from './bound.ts'
import type { Component } from './component.ts'
import { construct, LIVE, type Standing, type Standpoint } from './construction.ts'
import { ComponentError } from './errors.ts'
import { LiveComponent } from './live-component.ts'
import type { ComponentClass } from './mount.ts'
import { ComponentNode } from './node.ts'
import type { Passed } from './rendering.ts'

/** Where a component will be mounted. */
interface Birth {
  component: ComponentClass
  path: string
  passed: Passed
  parent: ComponentNode | undefined
  id: number
}

/** Returns the node, and what its living fields do once its state is set. Throws what the constructor throws. */
export function createNode(
  { component, path, passed, parent, id }: Birth,
  placeFor: (at: Standpoint) => Standing,
): { node: ComponentNode; begins: ((isRestored: boolean) => void)[] } {
  const place = placeFor({ name: component.name, parent })
  const { made, living } = construct({ props: passed.props, place }, () => makeComponent(component))
  bindMethods(made, made instanceof LiveComponent ? LiveComponent.prototype : Object.prototype)
  const node = new ComponentNode(path, made, passed, parent, id)
  place.mount(node)
  made.getDriver().attach(place)
  return { node, begins: living.map((field) => field[LIVE](node, place)) }
}

function makeComponent(component: ComponentClass): Component {
  const made = new component()
  if (typeof made?.getTemplate === 'function' && typeof made.getDriver === 'function') return made
  throw new ComponentError(
    'component-default',
    `Expected ${component.name || 'the class'} to be a component (extends LiveComponent), received a class without ${typeof made?.getTemplate === 'function' ? 'getDriver' : 'getTemplate'}().`,
  )
}
