/** Binds a component's methods to it, wherever they are passed. */

/**
 * Makes every method of a component's classes (up to `base`) come out bound when it is read from an instance:
 * `lv-click=${this.add}` needs no arrow. Done once per class; an instance pays for the methods that it hands out.
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

/** What the engine alone calls, on the component itself. */
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

// One bound function per instance and method, so that a prop that is a method stays the same in every run.
function boundTo(instance: object, method: Method): Method {
  const own = bound.get(instance)
  const known = own ? own.indexOf(method) : -1
  if (known >= 0) return own![known + 1]!
  const fn = method.bind(instance as never) as Method
  // A list that grows takes room for more at once, and most components hand out one method.
  if (own) own.push(method, fn)
  else bound.set(instance, [method, fn])
  owners.set(fn, instance)
  return fn
}

/** The component whose method a bound function is. */
export const ownerOf = (fn: unknown): object | undefined => owners.get(fn as Method)

/** What was made of a handler, and with what: the same can be made of another one. */
interface Wrapping {
  readonly meant: Method
  readonly by: object
  readonly again: (meant: Method) => Method
}

/**
 * Makes `fn` stand for `meant`, a handler that it calls: faults name that one, and belong to its component. `again` makes one
 * for another handler in the same way, `by` the same thing.
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

/** How a component's handler is made for any other of its class. */
export interface Recipe {
  /** The method behind all that it is wrapped in: recipes of the same things in the same order make the same. */
  readonly things: readonly object[]
  readonly make: (component: object) => Method
}

/** The recipe of a handler that is a method of `component`, wrapped or not; undefined for every other function. */
export function recipeOf(fn: unknown, component: object): Recipe | undefined {
  const wrapping = wrappings.get(fn as Method)
  if (wrapping) {
    const { meant, by, again } = wrapping
    const inner = recipeOf(meant, component)
    return inner && { things: [by, ...inner.things], make: (other) => again(inner.make(other)) }
  }
  const own = bound.get(component) ?? []
  const at = own.indexOf(fn as Method)
  // Bound functions stand behind their methods; a method that is not bound is nobody's.
  if (at % 2 !== 1) return undefined
  const method = own[at - 1]!
  return { things: [method], make: (other) => boundTo(other, method) }
}

const done = new WeakSet<object>()
/** Each method with its bound function behind it: a component hands out a few, and a map is ten times as large. */
const bound = new WeakMap<object, Method[]>()
const owners = new WeakMap<Method, object>()
const wrappings = new WeakMap<Method, Wrapping>()
