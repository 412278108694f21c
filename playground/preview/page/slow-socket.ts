/** A WebSocket that can be slowed down and cut, put in place before the page's client makes one. */

export interface Network {
  /** Milliseconds for the way there and back together. */
  setLatency(ms: number): void
  /** Ends all connections, and lets none open for so long. */
  cut(ms: number): void
}

export function slowNetwork(scope: Window & typeof globalThis): Network {
  const open = new Set<WebSocket>()
  let latency = 0
  let cutUntil = 0

  /** Runs acts one after the other, each half the latency late: what was sent first arrives first. */
  const lane = () => {
    let free = 0
    return (act: () => void) => {
      const now = performance.now()
      free = Math.max(free, now + latency / 2)
      if (free <= now) act()
      else setTimeout(act, free - now)
    }
  }

  class SlowSocket extends scope.WebSocket {
    private readonly up = lane()

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      const down = lane()
      let own: Event | undefined
      open.add(this)
      const later = (event: Event, again: () => Event) => {
        if (event === own) return
        event.stopImmediatePropagation()
        down(() => {
          own = again()
          this.dispatchEvent(own)
        })
      }
      // First of all listeners, so that what it stops is heard by none.
      this.addEventListener('message', (event) =>
        later(event, () => new MessageEvent('message', { data: event.data, origin: event.origin })),
      )
      this.addEventListener('close', (event) => {
        open.delete(this)
        const { code, reason, wasClean } = event
        later(event, () => new CloseEvent('close', { code, reason, wasClean }))
      })
      if (performance.now() < cutUntil) this.close()
    }

    override send(data: Parameters<WebSocket['send']>[0]) {
      this.up(() => {
        if (this.readyState === this.OPEN) super.send(data)
      })
    }
  }
  scope.WebSocket = SlowSocket

  return {
    setLatency(ms) {
      latency = ms
    },
    cut(ms) {
      cutUntil = performance.now() + ms
      for (const socket of open) socket.close()
      // A client that waits for its next attempt is told that the network is back.
      setTimeout(() => scope.dispatchEvent(new Event('online')), ms + 1)
    },
  }
}
