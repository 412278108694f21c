/** Draws frames around elements of the page, in a layer of its own that the page does not know. */

export interface Outlines {
  /** Frames an element for a while. */
  flash(element: Element, ms: number): void
  /** Frames these elements until it is called again. */
  mark(elements: readonly Element[]): void
  isOwn(node: Node): boolean
}

export function outlines(): Outlines {
  const layer = document.createElement('telar-outlines')
  // Not in the body, whose children are the page's own.
  const root = layer.attachShadow({ mode: 'closed' })
  layer.setAttribute('aria-hidden', 'true')
  // The page's own policy refuses a style element.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLE)
  root.adoptedStyleSheets = [sheet]
  let marked: { element: Element; frame: HTMLElement }[] = []
  let following = false

  const frame = (element: Element, kind: string) => {
    if (!layer.isConnected) document.documentElement.append(layer)
    const made = document.createElement('div')
    made.className = kind
    root.append(made)
    place(element, made)
    return made
  }
  const follow = () => {
    for (const { element, frame } of marked) place(element, frame)
    following = marked.length > 0
    if (following) requestAnimationFrame(follow)
  }

  return {
    flash(element, ms) {
      const made = frame(element, 'look')
      const timer = setInterval(() => place(element, made), 50)
      setTimeout(() => {
        clearInterval(timer)
        made.remove()
      }, ms)
    },
    mark(elements) {
      for (const { frame } of marked) frame.remove()
      marked = elements.map((element) => ({ element, frame: frame(element, 'mark') }))
      if (!following) follow()
    },
    isOwn: (node) => node === layer,
  }
}

function place(element: Element, frame: HTMLElement) {
  const { x, y, width, height } = element.getBoundingClientRect()
  frame.style.cssText = `transform:translate(${x - 4}px,${y - 4}px);width:${width + 8}px;height:${height + 8}px`
}

const STYLE = `div{position:fixed;z-index:2147483647;top:0;left:0;box-sizing:border-box;border-radius:4px;pointer-events:none}
.look{outline:3px solid #2c4390;box-shadow:0 0 0 6px #fff9}
.mark{outline:2px dashed #2c4390;background:#2c439022}`
