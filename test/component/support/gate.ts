/** A promise that a test settles by hand, and waits until whoever waited has gone on. */

export function gate<T>() {
  let resolve: (value: T) => void = () => {}
  let reject: (error: unknown) => void = () => {}
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  promise.catch(() => {})
  return {
    promise,
    open(value: T) {
      resolve(value)
      return loopTurn()
    },
    fail(error: unknown) {
      reject(error)
      return loopTurn()
    },
  }
}

const loopTurn = () => new Promise<void>((done) => setImmediate(done))
