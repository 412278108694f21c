/** Remembers in this browser what the reader chose for the Tab key. */

const KEY = 'telar-tab-key'

/** On every other page Tab moves the focus on, so that is the default. */
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
    // A browser that stores nothing asks again next time.
  }
}
