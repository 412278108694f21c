/** Names sessions, so that no two have the same name on one bus or in one store. */
import type { Bus } from '../bus/bus.ts'
import type { StateStore } from '../state/store.ts'

/** The same names for the same visits in the same order, so that tests are repeatable. */
export async function newId(store: StateStore, bus: Bus): Promise<string> {
  const taken = [store, bus].map(takenIn)
  for (let number = 1; ; number++) {
    const id = `tab-${number}`
    if (taken.some((ids) => ids.has(id))) continue
    for (const ids of taken) ids.add(id)
    // A store in a folder may hold those of an earlier run.
    if (!(await store.load(id))) return id
  }
}

function takenIn(owner: object): Set<string> {
  const known = takenBy.get(owner) ?? new Set()
  takenBy.set(owner, known)
  return known
}

const takenBy = new WeakMap<object, Set<string>>()
