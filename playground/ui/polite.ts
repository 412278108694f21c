/** Announces the newest of many texts after a short pause, or after a longer time at the latest. */

// A clock ticks each second: announcing every frame would leave no room for anything else.
const BREATH = 1500
/** A wire that never pauses is still announced. */
export const AT_MOST = 4 * BREATH

export interface Polite {
  hear(text: string): void
  /** Stops the announcements. */
  stop(): void
}

export function politely(say: (text: string) => void): Polite {
  let newest = ''
  let resting: ReturnType<typeof setTimeout> | undefined
  let latest: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    clearTimeout(resting)
    clearTimeout(latest)
    latest = undefined
  }
  const speak = () => {
    stop()
    say(newest)
  }
  return {
    hear(text) {
      newest = text
      clearTimeout(resting)
      resting = setTimeout(speak, BREATH)
      latest ??= setTimeout(speak, AT_MOST)
    },
    stop,
  }
}
