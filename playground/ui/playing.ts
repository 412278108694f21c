/** Whether acts play in the preview now, and the sentence that is shown beside it. */

interface Playing {
  readonly playing: boolean
  readonly caption: string
}

const listeners = new Set<() => void>()
let state: Playing = { playing: false, caption: '' }

export const playing = {
  getState: () => state,
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  show(next: Playing) {
    state = next
    for (const listener of [...listeners]) listener()
  },
}
