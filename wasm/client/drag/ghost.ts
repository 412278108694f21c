/** Shows what a finger drags: a copy of the element that follows it and is otherwise inert. */
import type { Point } from './way.ts'

export interface Ghost {
  move(to: Point): void
  remove(): void
}

/** The finger holds it at `from`. */
export function createGhost(source: Element, from: Point): Ghost {
  const { left, top, width, height } = source.getBoundingClientRect()
  const [right, down] = [left - from.clientX, top - from.clientY]
  const ghost = pictureOf(source) as HTMLElement
  ghost.setAttribute('aria-hidden', 'true')
  const style = `${FIXED};width:${width}px;height:${height}px;`
  ghost.style.cssText += style.replaceAll(';', '!important;')
  document.body.append(ghost)
  const move = ({ clientX, clientY }: Point) => {
    const place = `translate(${clientX + right}px, ${clientY + down}px)`
    ghost.style.setProperty('transform', `${place} rotate(2deg)`, 'important')
  }
  move(from)
  return { move, remove: () => ghost.remove() }
}

// It is at the end of the page, where the rules that styled the element may not apply: so the computed styles are copied.
function pictureOf(element: Element): Element {
  const picture = element.cloneNode(false) as HTMLElement
  for (const { name } of [...picture.attributes]) {
    if (/^(id|name|tabindex|draggable|lv-.*)$/.test(name)) picture.removeAttribute(name)
  }
  const looks = getComputedStyle(element)
  for (const name of looks) picture.style.setProperty(name, looks.getPropertyValue(name))
  for (const child of element.childNodes) {
    if (child instanceof Element) picture.append(pictureOf(child))
    else if (child instanceof Text) picture.append(child.data)
  }
  return picture
}

const FIXED =
  'position:fixed;inset:0 auto auto 0;margin:0;box-sizing:border-box;z-index:2147483647;pointer-events:none;transition:none;opacity:0.9;box-shadow:0 8px 24px rgb(0 0 0/0.3)'
