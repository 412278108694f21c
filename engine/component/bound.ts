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

function bindMethod(prototype: object, name: string) {
  const described = Object.getOwnPropertyDescriptor(prototype, name)
  const method = described?.value
  if (name === 'constructor' || typeof method !== 'function' || !described?.configurable) return
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
  let own = bound.get(instance)
  if (!own) bound.set(instance, (own = []))
  const known = own.indexOf(method)
  if (known >= 0) return own[known + 1]!
  const fn = method.bind(instance as never) as Method
  own.push(method, fn)
  owners.set(fn, instance)
  return fn
}

/** The component whose method a bound function is. */
export const ownerOf = (fn: unknown): object | undefined => owners.get(fn as Method)

/** Makes `fn` stand for `meant`, a handler that it calls: faults name that one, and belong to its component. */
export function ownedAs<Fn extends Method>(meant: Method, fn: Fn): Fn {
  const owner = ownerOf(meant)
  if (owner) owners.set(fn, owner)
  return Object.defineProperty(fn, 'name', { value: meant.name })
}

const done = new WeakSet<object>()
/** Each method with its bound function behind it: a component hands out a few, and a map is ten times as large. */
const bound = new WeakMap<object, Method[]>()
const owners = new WeakMap<Method, object>()
