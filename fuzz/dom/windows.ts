/** Windows for tabs: frames of a browser's page, or windows that the host makes in Node. */

/** A window whose page can be written anew; its listeners then go with the old page. */
export interface TabWindow {
  readonly window: Window & typeof globalThis
  /** Shows another page. */
  write(html: string): void
  /** Whether nodes can be moved without being taken out, as some browsers can. */
  allowMoves(allowed: boolean): void
  /** Scroll positions need a layout. */
  readonly hasLayout: boolean
}

export type MakeWindow = () => TabWindow

/** In a browser: a frame with a document of its own. */
export function frameWindow(): TabWindow {
  const frame = document.createElement('iframe')
  frame.style.cssText = 'width: 300px; height: 200px'
  document.body.append(frame)
  return tabWindow(frame.contentWindow as Window & typeof globalThis, true)
}

export function tabWindow(window: Window & typeof globalThis, hasLayout: boolean): TabWindow {
  const { document } = window
  const movers = [window.Element, window.DocumentFragment, window.Document].map(
    ({ prototype }) => prototype as { moveBefore?: unknown },
  )
  const moves = movers.map(({ moveBefore }) => moveBefore)
  const undo: (() => void)[] = []
  noteListeners(window, undo)
  noteListeners(document, undo)
  const observers = noteObservers(window)
  // A browser has one focus for all of its frames: what a field's sentence takes in one tab another would lose.
  for (const { prototype } of [window.HTMLInputElement, window.HTMLTextAreaElement])
    prototype.reportValidity = () => false
  return {
    window,
    hasLayout,
    write(html) {
      for (const one of undo.splice(0)) one()
      for (const one of observers) one.disconnect()
      observers.clear()
      document.open()
      document.write(html)
      document.close()
    },
    allowMoves(allowed) {
      for (const [i, prototype] of movers.entries()) {
        if (allowed && moves[i]) prototype.moveBefore = moves[i]
        else delete prototype.moveBefore
      }
    },
  }
}

// The document of a window stays when its page is written anew, and so would listeners of the page before.
function noteListeners(target: EventTarget, undo: (() => void)[]) {
  const add = target.addEventListener
  target.addEventListener = (...listener: Parameters<EventTarget['addEventListener']>) => {
    add.apply(target, listener)
    undo.push(() => target.removeEventListener(...listener))
  }
}

// One that is left would hold its page and its decoder's memory, of which a browser has only so much.
function noteObservers({ MutationObserver }: Window & typeof globalThis): Set<MutationObserver> {
  const observers = new Set<MutationObserver>()
  const { observe } = MutationObserver.prototype
  MutationObserver.prototype.observe = function (...words) {
    observers.add(this)
    return observe.apply(this, words)
  }
  return observers
}
