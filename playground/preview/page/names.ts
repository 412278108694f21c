/** Finds elements by what a visitor sees or hears of them. */

/** Elements that a visitor presses. */
const PRESSABLE =
  'button,a[href],summary,[role=button],[role=link],[role=tab],[role=menuitem],[role=option],[role=checkbox],[role=switch],input:not([type=hidden]),select'
const FIELDS =
  'input:not([type=hidden]),textarea,select,[contenteditable]:not([contenteditable=false])'

export const findPressable = (name: string) => named(PRESSABLE, name)
export const findField = (name: string) => named(FIELDS, name)

/** What is called so, or the innermost element that says this. */
export function findSaying(words: string): Element | undefined {
  return (
    named(`${PRESSABLE},${FIELDS},[aria-label],[aria-labelledby],img`, words) ??
    all('body *').findLast((one) => isSeen(one) && plain(one.textContent).includes(plain(words)))
  )
}

/** The name that a screen reader says: good enough for the elements of a lesson. */
export function nameOf(element: Element): string {
  const by = element.getAttribute('aria-labelledby')
  const labelled = by
    ?.split(/\s+/)
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ')
  const label = labelled || element.getAttribute('aria-label')
  if (label) return plain(label)
  const { labels } = element as HTMLInputElement
  if (labels?.length) return plain([...labels].map((one) => ownText(one)).join(' '))
  if (element instanceof HTMLInputElement && /^(button|submit|reset)$/.test(element.type))
    return plain(element.value)
  const fallback = () =>
    element.getAttribute('alt') ??
    element.getAttribute('placeholder') ??
    element.getAttribute('title') ??
    ''
  if (element.matches('input,textarea,select,img')) return plain(fallback())
  return plain(ownText(element) || fallback())
}

/** The words of an element without those of the fields in it. */
function ownText(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const field of copy.querySelectorAll('input,textarea,select,[aria-hidden=true]'))
    field.remove()
  return copy.textContent ?? ''
}

function named(selector: string, name: string): HTMLElement | undefined {
  const wanted = plain(name)
  const seen = all(selector).filter(isSeen)
  return (seen.find((one) => nameOf(one) === wanted) ??
    seen.find((one) => nameOf(one).toLowerCase().includes(wanted.toLowerCase()))) as
    | HTMLElement
    | undefined
}

const all = (selector: string) => [...document.querySelectorAll(selector)]

// A phone that shows the text beside a hidden preview gives no element of it a box.
const isSeen = (element: Element) =>
  element.getClientRects().length > 0 ||
  (document.documentElement.getClientRects().length === 0 && !element.closest('[hidden]'))

export const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim()
