/** Binds a component's methods to it, so that they can be passed around. */

/**
 * Makes every method of a component's classes (up to `base`) bound when it is read from an instance:
 * `lv-click=${this.add}` needs no arrow. Done once per class; an instance pays only for methods that are read.
 */
export function bindMethods(instance: object, base: object): void {
  for (
    let prototype = Object.getPrototypeOf(instance);
    prototype && prototype !== base && !done.has(prototype);
    prototype = Object.getPrototypeOf(prototype)
  ) {
    done.add(prototype)
    for (const name of Object.getOwnPropertyNames(prototype)) bindMethod(prototype, name)
  }
}

/** Only the engine calls these, on the component itself. */
const CALLED: ReadonlySet<string> = new Set(['constructor', 'getTemplate'])

function bindMethod(prototype: object, name: string) {
  const described = Object.getOwnPropertyDescriptor(prototype, name)
  const method = described?.value
  if (CALLED.has(name) || typeof method !== 'function' || !described?.configurable) return
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: described.enumerable,
    get(this: object) {
      return this === prototype ? method : boundTo(this, method)
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
}

type Method = (...args: never[]) => unknown

// One bound function per instance and method, so that a method passed as a prop stays the same in every run.
function boundTo(instance: object, method: Method): Method {
  const own = bound.get(instance)
  const known = own ? own.indexOf(method) : -1
  if (known >= 0) return own![known + 1]!
  const fn = method.bind(instance as never) as Method
  // An array that grows reserves room for more, and most components pass on only one method.
  if (own) own.push(method, fn)
  else bound.set(instance, [method, fn])
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
  const own = bound.get(component) ?? []
  const at = own.indexOf(fn as Method)
  // Bound functions follow their methods in the array; a method that is not bound has no component.
  if (at % 2 !== 1) return undefined
  const method = own[at - 1]!
  return { things: [method], make: (other) => boundTo(other, method) }
}

const done = new WeakSet<object>()
/** Each method, followed by its bound function. There are only a few, and a map is ten times as large. */
const bound = new WeakMap<object, Method[]>()
const owners = new WeakMap<Method, object>()
const wrappings = new WeakMap<Method, Wrapping>()
