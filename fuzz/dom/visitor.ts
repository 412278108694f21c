/** What a visitor does in one tab, and what must be left alone while the server changes the page. */
import type { Caused } from './ledger.ts'
import { MOST, TOO_LARGE } from './limits.ts'
import type { Step } from './steps.ts'
import type { Tab } from './tab.ts'

type Typing = Extract<Step, { step: 'type' }>

interface Focused {
  element: HTMLInputElement
  value: string
  selection: [number | null, number | null]
}

/** As a visitor and scripts of the page open it. */
type Opened = HTMLDetailsElement | HTMLDialogElement

export class Visitor {
  /** What was done with which element, and over what was typed, in order. */
  readonly acts: string[] = []
  /** Text in fields, with the event that told it, if one did. */
  private typedTexts = new Map<Element, { text: string; touched: string; told?: Caused }>()
  private lastTyped: Element | undefined
  private focused: Focused | undefined
  private scrolled: { element: Element; top: number } | undefined
  private standing = new Map<string, Element>()
  private filled = new Map<Element, string>()
  private readonly tab: Tab
  private readonly heard: string

  /** `custom`: every client here hears more than clicks. */
  constructor(tab: Tab, custom: boolean) {
    this.tab = tab
    tab.applied = () => this.checkTyped()
    this.heard = custom ? '[lv-click], [lv-ping]' : '[lv-click]'
  }

  /** What stands in a field although no handler took it. */
  readonly typed = (element: Element) => {
    const typed = this.typedTexts.get(element)
    if (!typed?.told) return typed
    // The 50 lines write at once what the server gave before it heard of the text: the shipped client waits for its answer.
    if (this.tab.kind === 'json') return { ...typed, isOverwritten: true }
    return this.tab.answers.has(typed.told.seq) ? typed : undefined
  }

  click(at: number): void {
    const { MouseEvent, CustomEvent } = this.tab.own.window
    const element = this.nth(this.heard, at)
    if (!element) return
    this.acts.push(`click ${placeOf(element)}`)
    const init = { bubbles: true, cancelable: true }
    const isClick = element.hasAttribute('lv-click')
    this.tab.cause(element, isClick ? new MouseEvent('click', init) : new CustomEvent('ping', init))
  }

  type({ at, isAgain, text: given }: Typing): void {
    const { Event } = this.tab.own.window
    const found =
      isAgain && this.lastTyped?.isConnected
        ? this.lastTyped
        : this.nth('input:not([type=checkbox]), textarea, select, details, dialog', at)
    if (!found) return
    this.lastTyped = found
    if ('open' in found) return this.open(found as Opened)
    const element = found as HTMLInputElement
    const text = given === TOO_LARGE ? 'x'.repeat(MOST + 1) : given
    const event = element.localName === 'select' ? 'change' : 'input'
    this.acts.push(`type ${given} over ${standsIn(element)} ${placeOf(element)}`)
    // Who goes on typing adds to what is there.
    const goesOn = isAgain && element.hasAttribute('lv-debounce')
    element.value = element.localName === 'select' ? '1' : goesOn ? element.value + text : text
    const happens = new Event(event, { bubbles: true })
    if (element.hasAttribute(`lv-${event}`)) {
      const told = this.tab.cause(element, happens)
      this.typedTexts.set(element, { text: element.value, touched: 'told', told })
    } else {
      element.dispatchEvent(happens)
      const touched = event === 'input' ? element.getAttribute('data-t')! : 'chosen'
      this.typedTexts.set(element, { text: element.value, touched })
    }
    if (this.focused?.element === element) this.note(element)
  }

  private open(details: Opened) {
    this.acts.push(`open ${standsIn(details)} ${placeOf(details)}`)
    details.open = !details.open
    const touched = details.getAttribute('data-t')!
    this.typedTexts.set(details, { text: `${details.open}`, touched })
  }

  focus(at: number, from: number, to: number): void {
    const element = this.nth('input, textarea, button', at) as HTMLInputElement | undefined
    if (!element) return
    element.focus()
    if (isText(element)) {
      const end = element.value.length
      element.setSelectionRange(Math.min(from, to, end), Math.min(Math.max(from, to), end))
    }
    this.note(element)
    // A browser scrolls to what takes the focus, and in `moveBefore` to what has it.
    if (this.scrolled?.element.contains(element)) this.scrolled = undefined
  }

  blur(): void {
    this.focused = undefined
  }

  /** Goes elsewhere with the focus. */
  leave(): void {
    const { FocusEvent } = this.tab.own.window
    this.lastTyped?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  }

  scroll(at: number, top: number): void {
    const element = this.nth('[data-scroll]', at)
    // The 50 lines take nodes out to move them, and restore nothing.
    if (!element || !this.tab.own.hasLayout || this.tab.kind === 'json') return
    if (element.contains(element.ownerDocument.activeElement)) return
    element.scrollTop = top
    this.scrolled = { element, top: element.scrollTop }
  }

  /** Focus, caret and scroll are where they were, and what has kept its name is the same element. */
  check(): void {
    this.checkElements()
    this.checkFocus()
    this.checkIgnored()
    const { scrolled } = this
    if (scrolled?.element.isConnected && scrolled.element.scrollTop !== scrolled.top) {
      throw new Error(
        `Expected the scroll position ${scrolled.top}, received ${scrolled.element.scrollTop}.`,
      )
    }
  }

  /** What the tab has not sent yet nobody has heard: nothing may be written over it. */
  private checkTyped(): void {
    if (this.tab.kind === 'json') return
    for (const [element, { text, told }] of this.typedTexts) {
      const { value } = element as HTMLInputElement
      if (told?.seq !== 0 || !isText(element as HTMLInputElement) || value === text) continue
      throw new Error(`Expected what was typed and not sent yet, ${text}, received ${value}.`)
    }
  }

  private checkElements() {
    const now = new Map<string, Element>()
    for (const element of this.tab.root.querySelectorAll('[data-p]')) {
      now.set(element.getAttribute('data-p')!, element)
    }
    for (const [path, element] of this.standing) {
      const other = now.get(path)
      if (other && other !== element)
        throw new Error(`Expected the same element at ${path}, received another.`)
    }
    this.standing = now
  }

  /** A script of the page fills what is ignored, once; it stays so. */
  private checkIgnored() {
    for (const element of this.tab.root.querySelectorAll('[lv-ignore]')) {
      const before = this.filled.get(element)
      if (before === undefined) element.innerHTML = `<i>script ${this.filled.size}</i><!-- a -->`
      else if (element.innerHTML !== before) {
        throw new Error(`Expected what a script wrote, ${before}, received ${element.innerHTML}.`)
      }
      this.filled.set(element, element.innerHTML)
    }
  }

  private checkFocus() {
    const { focused } = this
    if (!focused?.element.isConnected) return
    const { element, value, selection } = focused
    const { activeElement } = element.ownerDocument
    if (activeElement !== element) {
      throw new Error(
        `Expected the focus at <${element.localName}>, received it at <${activeElement?.localName}>.`,
      )
    }
    if (!isText(element)) return
    const { selectionStart, selectionEnd } = element
    const stands = selectionStart === selection[0] && selectionEnd === selection[1]
    if (element.value === value && !stands) {
      throw new Error(
        `Expected the selection ${selection}, received ${selectionStart},${selectionEnd}.`,
      )
    }
    this.note(element)
  }

  private note(element: HTMLInputElement) {
    const { value, selectionStart, selectionEnd } = element
    this.focused = { element, value, selection: [selectionStart, selectionEnd] }
  }

  private nth(selector: string, at: number): Element | undefined {
    const found = this.tab.root.querySelectorAll(selector)
    return found[at % Math.max(1, found.length)]
  }
}

const placeOf = (element: Element) => {
  const named = element.closest('[data-p]')
  const among = named ? [...named.querySelectorAll('*')].indexOf(element) : 0
  return `${named?.getAttribute('data-p')} ${among}`
}

// A value that the server sets stays if it was typed over, and is written over what was typed before it came.
const standsIn = (field: HTMLInputElement | Opened) =>
  `${JSON.stringify('open' in field ? field.open : field.value)} ${field.getAttribute('data-t')}`

const isText = (element: HTMLInputElement) =>
  element.localName === 'textarea' || (element.localName === 'input' && element.type === 'text')
