/** Says the newest of many texts once they rest for a breath, or at the latest every few. */

// A clock ticks each second: saying every frame would leave no room for anything else.
const BREATH = 1500
/** A wire that never rests is still heard of. */
export const AT_MOST = 4 * BREATH

export interface Polite {
  hear(text: string): void
  /** Nothing more is said. */
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
