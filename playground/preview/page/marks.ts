/** Lets a reader mark elements: by pressing them, or from a list of them. */
import type { Markable } from '../messages.ts'
import { nameOf, plain } from './names.ts'
import type { Outlines } from './outline.ts'

export interface Marks {
  list(): readonly Markable[]
  /** Undefined ends the marking, and the page hears presses again. */
  set(marks: readonly number[] | undefined): void
}

// A page of a thousand rows would make a list that nobody reads.
const MAX_LISTED = 40
const MAX_WORDS = 60

export function marks(outlines: Outlines, changed: (marks: readonly number[]) => void): Marks {
  const known: Element[] = []
  let marked: readonly number[] | undefined

  const idOf = (element: Element) => {
    const at = known.indexOf(element)
    return at >= 0 ? at : known.push(element) - 1
  }
  const show = () => {
    const elements = (marked ?? []).map((id) => known[id]).filter((one) => one !== undefined)
    outlines.mark(elements)
  }
  const hear = (event: Event) => {
    if (!marked) return
    event.stopImmediatePropagation()
    event.preventDefault()
    if (event.type !== 'click') return
    const element = event.composedPath().find((one) => one instanceof Element)
    if (!element || element === document.documentElement || element === document.body) return
    const id = idOf(element)
    marked = marked.includes(id) ? marked.filter((one) => one !== id) : [...marked, id]
    show()
    changed(marked)
  }
  for (const type of ['pointerdown', 'mousedown', 'click', 'submit'])
    addEventListener(type, hear, true)

  return {
    list() {
      const seen = [...document.body.querySelectorAll('*')].filter(
        (one) => isShown(one) && !one.matches('script,style,br,option'),
      )
      return seen.slice(0, MAX_LISTED).map((element) => ({
        id: idOf(element),
        tag: element.localName,
        role: element.getAttribute('role') ?? '',
        says: sayingOf(element),
      }))
    },
    set(next) {
      marked = next
      show()
    },
  }
}

// A preview that was loaded behind the text of a lesson has no boxes at all, and would seem empty.
function isShown(element: Element): boolean {
  if (document.documentElement.getClientRects().length > 0)
    return element.getClientRects().length > 0
  for (let one: Element | null = element; one; one = one.parentElement)
    if (getComputedStyle(one).display === 'none') return false
  return true
}

function sayingOf(element: Element): string {
  const words = nameOf(element) || plain(element.textContent)
  return words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS)}…` : words
}
