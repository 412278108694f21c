/** Gives the focus back to a dropped element: the server may remove it here and insert it there. */

const PATIENCE = 5000

/** Waits until `dropped` has left the page, and then for the element that replaces it. Anything the visitor does meanwhile ends it. */
export function keepFocus(dropped: Element) {
  const same = signOf(dropped)
  const observer = new MutationObserver(look)
  observer.observe(document, { subtree: true, childList: true })
  const timer = setTimeout(end, PATIENCE)
  addEventListener('keydown', end, true)
  addEventListener('pointerdown', end, true)

  function look() {
    if (dropped.isConnected) return
    const all = [...document.querySelectorAll<HTMLElement>('[draggable=true i]')]
    const again = all.find((element) => signOf(element) === same)
    if (!again) return
    end()
    // A keyboard user must not start from the top of the page again.
    if (document.activeElement === document.body) {
      if (again.tabIndex < 0) again.tabIndex = 0
      again.focus()
    }
  }

  function end() {
    observer.disconnect()
    clearTimeout(timer)
    removeEventListener('keydown', end, true)
    removeEventListener('pointerdown', end, true)
  }
}

const signOf = (element: Element) =>
  JSON.stringify([
    element.localName,
    element.id,
    { ...(element as HTMLElement).dataset },
    element.id ? '' : element.textContent,
  ])
