/** Runs a component's view, or what stands in its place, and checks what it gives. */
import { type HoleValue, holeValue } from '../template/build.ts'
import { checkView } from '../template/check.ts'
import { ROOT_HOLE } from '../template/template.ts'
import type { View } from './component.ts'
import { ComponentError } from './errors.ts'
import { isLoaded } from './lazy.ts'
import type { ComponentNode } from './node.ts'

/** The fallback of a failed boundary, the placeholder of a component that is not there yet, or its template. */
export function viewOf(node: ComponentNode, retry: () => void): View {
  const { component, failure } = node
  if (failure) {
    failure.shown = true
    return component.fallback?.(failure.error, retry, failure.fault)
  }
  if (node.starting || !isLoaded(component)) return component.placeholder?.() ?? node.placeholder
  return component.getTemplate()
}

/** @throws ComponentError or TemplateError for a view that can't be shown. */
export function checkedView(view: View, node: ComponentNode): HoleValue {
  if (view instanceof Promise) {
    throw new ComponentError(
      'component-view',
      `${node.name}.getTemplate() wants to answer at once, got a promise. Load in start() or a handler, show from fields.`,
    )
  }
  const value = holeValue(view, ROOT_HOLE)
  const { context } = node.region
  const checked = checkView(value, context)
  node.context = context
  return checked
}
