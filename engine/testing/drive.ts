/** A driver's writes and reads: on a component's root element or on an element with an id. */
import type { Json, Op } from '../protocol/ops.ts'
import { type Fields, isInput } from './fields.ts'
import { parseMarkup } from './parse.ts'

type DriveOp = Extract<Op, { op: 'drive' }>
type ReadOp = Extract<Op, { op: 'read' }>

/** What a driver can reach of a page. */
interface DrivenPage {
  readonly document: Document
  readonly fields: Fields
  focused: Element | undefined
  property(element: Element, name: string, value: Json): void
}

export class Drive {
  private readonly page: DrivenPage

  constructor(page: DrivenPage) {
    this.page = page
  }

  /** Does nothing where the element is not there, as in a browser. */
  write({ kind, name, value }: DriveOp, element: Element | undefined): void {
    if (!element) return
    switch (kind) {
      case 'setHTML':
        return this.fill(element, value)
      case 'fillValue':
        if (!isInput(element, 'value')) return this.fill(element, value)
        return this.page.property(element, 'value', textOf(value))
      case 'setText':
        element.textContent = textOf(value)
        return
      case 'setValue':
        return this.page.property(element, 'value', textOf(value))
      case 'setProperty':
        return this.page.property(element, name, value)
      case 'setStyle':
        return setStyle(element as HTMLElement, name, textOf(value))
      case 'addNode':
        return element.append(parseMarkup(textOf(value), this.page.document))
      case 'remove':
        return element.remove()
      case 'focus':
        this.page.focused = element
        return
      case 'setAttribute':
        if (value === null) element.removeAttribute(name)
        else element.setAttribute(name, textOf(value))
        return
      case 'evalScript':
        return
      default:
        kind satisfies never
    }
  }

  read({ kind, name }: ReadOp, element: Element | undefined): { value?: Json; error?: string } {
    // The kit's pages are changed by ops alone.
    if (kind === 'audit') return { value: [] }
    if (kind === 'exists') return { value: element !== undefined }
    if (!element) return { error: 'not-found' }
    return { value: this.valueOf(kind, name, element) }
  }

  private fill(element: Element, value: Json) {
    element.replaceChildren(parseMarkup(textOf(value), this.page.document))
  }

  private valueOf(
    kind: Exclude<ReadOp['kind'], 'exists' | 'audit'>,
    name: string,
    element: Element,
  ): Json {
    switch (kind) {
      case 'value':
        return this.page.fields.value(element)
      case 'html':
        return element.innerHTML
      case 'text':
        return element.textContent
      case 'style':
        return (element as HTMLElement).style.getPropertyValue(name)
      case 'property':
        return this.propertyOf(element, name)
      case 'attribute':
        return element.getAttribute(name)
      default:
        return kind satisfies never
    }
  }

  private propertyOf(element: Element, name: string): Json {
    if (name === 'value') return this.page.fields.value(element)
    if (name === 'checked') return this.page.fields.checked(element)
    const value = (element as unknown as Record<string, unknown>)[name]
    return JSON.parse(JSON.stringify(value ?? null)) as Json
  }
}

function setStyle({ style }: HTMLElement, name: string, value: string) {
  if (name === '') style.cssText = value
  else if (name.startsWith('--')) style.setProperty(name, value)
  else Object.assign(style, { [name]: value })
}

const textOf = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value))
