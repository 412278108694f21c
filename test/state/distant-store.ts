/** A store that is far away and can take many writes at once, as a database is. */
import type { SessionWrite, StateStore } from '../../engine/state/store.ts'

/** A database behind a line: one trip at a time, and each takes some time. */
export function distant(store: StateStore) {
  const write = store.write.bind(store)
  const trips: (readonly SessionWrite[])[] = []
  let line = Promise.resolve()
  let ms = 0
  const trip = async (writes: readonly SessionWrite[]) => {
    const before = line
    let arrived = () => {}
    line = new Promise((resolve) => {
      arrived = resolve
    })
    await before
    await new Promise((resolve) => setTimeout(resolve, ms))
    trips.push(writes)
    arrived()
    return Promise.all(
      writes.map(async ({ id, epoch, change }) => {
        try {
          await write(id, epoch, change)
          return undefined
        } catch (error) {
          return error as Error
        }
      }),
    )
  }
  const takes = (time: number) => {
    ms = time
  }
  return { trips, takes, store: Object.assign(store, { writeMany: trip }) }
}
