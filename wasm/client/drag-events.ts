/** Makes the events of a drag without a mouse, as a browser makes those of a mouse drag. */

interface Point {
  clientX: number
  clientY: number
}

/** The data that scripts of the page pass along; new with each drag. */
let carried: DataTransfer | undefined

/** Returns whether the default action was prevented. */
export function fireDrag(element: Element, type: string, place: Point): boolean {
  if (type === 'dragstart' || !carried) carried = new DataTransfer()
  const stays = /^(dragleave|dragend)$/.test(type)
  const init = { bubbles: true, cancelable: !stays, composed: true, dataTransfer: carried }
  return !element.dispatchEvent(new DragEvent(type, { ...init, ...place }))
}
