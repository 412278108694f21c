/** The parts of a browser that jsdom lacks and that the client, or a visitor's acts, need. */
import { isInvisible } from './accessible.ts'
import { isDisabled } from './fields.ts'

export type PageWindow = Window & typeof globalThis

/** Names for the window's scripts; its elements get theirs directly. */
export function lackingIn(window: PageWindow) {
  haveBoxes(window.Element.prototype)
  findFirst(window.document)
  Object.assign(window.document, { adoptedStyleSheets: [] })
  return {
    DragEvent: dragEventIn(window),
    PointerEvent: pointerEventIn(window),
    DataTransfer: CarriedTexts,
    FormData: formDataIn(window),
    IntersectionObserver: InertObserver,
    CSSStyleSheet: InertStyleSheet,
    CSS: { escape: (name: string) => name.replace(/[^\w-]/g, '\\$&') },
    TextDecoder,
    TextEncoder,
  }
}

// Of several elements with one id the first in the page is meant; jsdom gives the oldest.
function findFirst(document: Document) {
  const find = document.getElementById.bind(document)
  document.getElementById = (id) => {
    const oldest = find(id)
    const each = document.createTreeWalker(document, 1)
    while (oldest && each.nextNode()) {
      const one = each.currentNode as HTMLElement
      if (one.id === id) return one
    }
    return null
  }
}

// Without layout a box has no size; whether it has a box tells if it is visible.
function haveBoxes(elements: Element) {
  Object.assign(elements, {
    getClientRects(this: Element) {
      for (let at: Element | null = this; at; at = at.parentElement) {
        if (isInvisible(at)) return []
      }
      return this.isConnected ? [this.getBoundingClientRect()] : []
    },
    scrollIntoView() {},
  })
}

const dragEventIn = ({ MouseEvent }: PageWindow) =>
  class DragEvent extends MouseEvent {
    readonly dataTransfer: DataTransfer | null
    constructor(type: string, init: DragEventInit = {}) {
      super(type, init)
      this.dataTransfer = init.dataTransfer ?? null
    }
  }

const pointerEventIn = ({ MouseEvent }: PageWindow) =>
  class PointerEvent extends MouseEvent {
    readonly pointerId = 1
    readonly pointerType = 'mouse'
    readonly isPrimary = true
  }

// A disabled option is not submitted, even if it is chosen.
const formDataIn = ({ FormData }: PageWindow) =>
  class extends FormData {
    constructor(form?: HTMLFormElement, submitter?: HTMLElement | null) {
      super(form, submitter)
      const entries = [...this]
      for (const select of form?.querySelectorAll('select') ?? []) {
        for (const { value } of [...select.selectedOptions].filter(isDisabled)) {
          const at = entries.findIndex((entry) => entry[0] === select.name && entry[1] === value)
          if (at >= 0) entries.splice(at, 1)
        }
      }
      for (const name of [...this.keys()]) this.delete(name)
      for (const [name, value] of entries) this.append(name, value)
    }
  }

/** The data of a drag, as text by format. */
class CarriedTexts {
  dropEffect = 'none'
  effectAllowed = 'all'
  readonly files: readonly File[] = []
  private readonly texts = new Map<string, string>()
  get types(): string[] {
    return [...this.texts.keys()]
  }
  getData(format: string): string {
    return this.texts.get(format) ?? ''
  }
  setData(format: string, text: string) {
    this.texts.set(format, text)
  }
  clearData(format?: string) {
    if (format === undefined) this.texts.clear()
    else this.texts.delete(format)
  }
  setDragImage() {}
}

/** Without layout nothing comes into view: a test uses `fire(…, 'enter')`. */
class InertObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/** The client styles what it shows itself, which nobody sees here. */
class InertStyleSheet {
  replaceSync() {}
}
