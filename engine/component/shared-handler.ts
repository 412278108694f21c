/** A handler in a shared view: the unbound method, which is bound when one of the visitors calls it. */
import { type Recipe, recipeOf } from './bound.ts'
import { sharedError } from './refuse-shared.ts'

export class SharedHandler {
  private readonly recipe: Recipe
  constructor(recipe: Recipe) {
    this.recipe = recipe
  }

  /** The handler, bound to the component of one visitor. */
  of(component: object): (...args: never[]) => unknown {
    return this.recipe.make(component)
  }

  isSame({ recipe }: SharedHandler): boolean {
    const { things } = this.recipe
    return (
      things.length === recipe.things.length && things.every((one, i) => one === recipe.things[i])
    )
  }
}

/** @throws ComponentError 'component-shared' for a function that is not a method of `component`. */
export function sharedHandler(value: unknown, component: object, event: string): unknown {
  // An absent handler, or a value that is not a handler, is the same for all.
  if (typeof value !== 'function') return value
  const recipe = recipeOf(value, component)
  if (recipe) return new SharedHandler(recipe)
  const { name } = component.constructor
  throw sharedError(
    name,
    `have only methods of ${name} as handlers`,
    `another function${value.name ? ` (${value.name})` : ''} at lv-${event}`,
    `Write lv-${event}=\${this.remove} with data-id=\${row.id} beside it, and read event.dataset.id in the method: an arrow function would act for the visitor whose run made it.`,
  )
}
