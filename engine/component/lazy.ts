/** Components whose module is loaded when they are first mounted. */
import type { Component, LiveDriver, View } from './component.ts'
import { ComponentError } from './errors.ts'
import { LiveComponent } from './live-component.ts'
import { type ComponentClass, mount, type PropsOf } from './mount.ts'

export const LOADED = Symbol('loaded')
const LOAD = Symbol('load')

/** What an `import()` gives: a module whose default export is a component class, or the class itself. */
export type LazyModule<C extends Component> = { default: new () => C } | (new () => C)

/** Stands for a class that is not loaded yet; it takes the same props. */
export type LazyComponent<C extends Component> = new () => Component & {
  readonly props: Readonly<PropsOf<C>>
}

/**
 * A component that is loaded when it is mounted for the first time. Until its module is loaded, the placeholder given to
 * `mount` shows; a first paint waits for it as for `start`. When the import fails, the nearest boundary shows the error, and its
 * `retry` imports again. The same idea as React's `lazy` and Vue's `defineAsyncComponent`.
 *
 * @param load An `import()` whose default export is a component class.
 * @example
 * const Chart = lazy(() => import('./chart.ts'))
 * class Report extends LiveComponent {
 *   points = [3, 1, 4]
 *   getTemplate() {
 *     return html`${mount(Chart, { points: this.points }, html`<p>Loading the chart…</p>`)}`
 *   }
 * }
 * const tab = await visit(Report)
 * tab.text() // '3 1 4'
 * @example
 * const Bars = lazy(() => import('./chart.ts').then((module) => module.BarChart))
 */
export function lazy<C extends Component>(load: () => Promise<LazyModule<C>>): LazyComponent<C> {
  let loaded: ComponentClass<C> | undefined
  let loading: Promise<void> | undefined

  return class Lazy extends LiveComponent<PropsOf<C> & object> implements Loadable {
    get [LOADED](): boolean {
      return loaded !== undefined
    }

    [LOAD](): Promise<void> {
      loading ??= load()
        .then((module) => {
          loaded = classIn(module)
        })
        // A later mount imports again.
        .finally(() => {
          loading = undefined
        })
      return loading
    }

    getTemplate(): View {
      return mount(loaded as ComponentClass, this.props)
    }
  }
}

/** Whether the component can run: only a component whose module is still loading can't. */
export const isLoaded = (component: object): boolean =>
  !(LOADED in component) || !!component[LOADED]

/** Loads the module of a component that is not loaded yet. */
export const loadModule = (component: object): Promise<void> | undefined =>
  isLoaded(component) ? undefined : (component as Loadable)[LOAD]()

interface Loadable extends Component {
  readonly [LOADED]: boolean
  [LOAD](): Promise<void>
  getDriver(): LiveDriver
}

function classIn<C extends Component>(module: LazyModule<C>): ComponentClass<C> {
  const found = typeof module === 'function' ? module : module?.default
  if (typeof found === 'function') return found
  throw new ComponentError(
    'component-import',
    `Expected a module whose default export is a component class in lazy(), received ${describe(module)}. For another export, write lazy(() => import(…).then((module) => module.Name)).`,
  )
}

const describe = (module: unknown) =>
  typeof module === 'object' && module !== null
    ? `one that exports ${Object.keys(module).join(', ') || 'nothing'}`
    : typeof module
