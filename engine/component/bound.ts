/** Binds a component's methods to it, so that they can be passed around. */

/**
 * Makes every method of a component's classes (up to `base`) bound when it is read from an instance:
 * `lv-click=${this.add}` needs no arrow. Done once per class; an instance pays only for methods that are read.
 */
export function bindMethods(instance: object, base: object): void {
  for (
    let prototype = Object.getPrototypeOf(instance);
    prototype && prototype !== base && !methodsOf.has(prototype);
    prototype = Object.getPrototypeOf(prototype)
  ) {
    const names = Object.getOwnPropertyNames(prototype)
    methodsOf.set(
      prototype,
      names.flatMap((name) => bindMethod(prototype, name)),
    )
  }
}

/** Only the engine calls these, on the component itself. */
const CALLED: ReadonlySet<string> = new Set(['constructor', 'getTemplate'])

function bindMethod(prototype: object, name: string): Method[] {
  const described = Object.getOwnPropertyDescriptor(prototype, name)
  const method = described?.value
  if (CALLED.has(name) || typeof method !== 'function' || !described?.configurable) return []
  const own = bound.get(method) ?? new WeakMap()
  bound.set(method, own)
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: described.enumerable,
    get(this: object) {
      return this === prototype ? method : (own.get(this) ?? bind(this, method))
    },
    set(this: object, value: unknown) {
      Object.defineProperty(this, name, {
        value,
        writable: true,
        configurable: true,
        enumerable: true,
      })
    },
  })
  return [method]
}

type Method = (...args: never[]) => unknown

// One bound function per instance and method, so that a method passed as a prop stays the same in every run.
function bind(instance: object, method: Method): Method {
  const fn = method.bind(instance as never) as Method
  bound.get(method)!.set(instance, fn)
  owners.set(fn, instance)
  return fn
}

/** The component that a bound function belongs to. */
export const ownerOf = (fn: unknown): object | undefined => owners.get(fn as Method)

/** What a handler was wrapped with, so that another handler can be wrapped in the same way. */
interface Wrapping {
  readonly meant: Method
  readonly by: object
  readonly again: (meant: Method) => Method
}

/**
 * Makes `fn` stand for `meant`, the handler that it calls: faults name `meant` and belong to its component. `again` wraps
 * another handler in the same way, using the same `by`.
 */
export function ownedAs<Fn extends Method>(
  meant: Method,
  fn: Fn,
  { by, again }: Omit<Wrapping, 'meant'>,
): Fn {
  const owner = ownerOf(meant)
  if (owner) owners.set(fn, owner)
  wrappings.set(fn, { meant, by, again })
  return Object.defineProperty(fn, 'name', { value: meant.name })
}

/** How to get a component's handler for any other component of its class. */
export interface Recipe {
  /** The method inside all its wrappers. Equal recipes in equal order give the same result. */
  readonly things: readonly object[]
  readonly make: (component: object) => Method
}

/** The recipe of a handler that is a method of `component`, wrapped or not; undefined for any other function. */
export function recipeOf(fn: unknown, component: object): Recipe | undefined {
  const wrapping = wrappings.get(fn as Method)
  if (wrapping) {
    const { meant, by, again } = wrapping
    const inner = recipeOf(meant, component)
    return inner && { things: [by, ...inner.things], make: (other) => again(inner.make(other)) }
  }
  const method = ownerOf(fn) === component ? methodIn(component, fn) : undefined
  if (!method) return undefined
  const own = bound.get(method)!
  return { things: [method], make: (other) => own.get(other) ?? bind(other, method) }
}

function methodIn(component: object, fn: unknown): Method | undefined {
  let at = Object.getPrototypeOf(component)
  for (let methods = methodsOf.get(at); methods; methods = methodsOf.get(at)) {
    const method = methods.find((one) => bound.get(one)!.get(component) === fn)
    if (method) return method
    at = Object.getPrototypeOf(at)
  }
  return undefined
}

/** By prototype: its methods. */
const methodsOf = new WeakMap<object, readonly Method[]>()
/** By method: its bound function for each instance. A list of them in each instance would be larger. */
const bound = new WeakMap<Method, WeakMap<object, Method>>()
const owners = new WeakMap<Method, object>()
const wrappings = new WeakMap<Method, Wrapping>()
