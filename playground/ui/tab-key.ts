/** Keeps what the reader chose for the Tab key, in this browser. */

const KEY = 'telar-tab-key'

/** Leaving is how every other page works, so that is what a newcomer gets. */
export function readTabLeaves(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'indents'
  } catch {
    return true
  }
}

export function keepTabLeaves(leaves: boolean): void {
  try {
    localStorage.setItem(KEY, leaves ? 'leaves' : 'indents')
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
