/** Makes the events of a drag that no mouse leads, as a browser makes those of one that does. */

interface Point {
  clientX: number
  clientY: number
}

/** What scripts of the page hand over; new with each drag. */
let carried: DataTransfer | undefined

/** Gives whether somebody prevented what it does by itself. */
export function fireDrag(element: Element, type: string, place: Point): boolean {
  if (type === 'dragstart' || !carried) carried = new DataTransfer()
  const stays = /^(dragleave|dragend)$/.test(type)
  const init = { bubbles: true, cancelable: !stays, composed: true, dataTransfer: carried }
  return !element.dispatchEvent(new DragEvent(type, { ...init, ...place }))
}
