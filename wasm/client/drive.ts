/** A driver's writes and reads: on a component's root element or on an element with an id. */
import {
  DRIVE_KINDS,
  type DriveKind,
  READ_KINDS,
  type ReadKind,
} from '../../engine/protocol/names.ts'
import type { Json } from '../../engine/protocol/ops.ts'
import { type Inputs, isInput } from './input.ts'
import { parseMarkup } from './write.ts'

export type Reply = { value: Json } | { error: string }

export interface Driver {
  /** Gives a sentence when it could not be done. */
  write(
    kind: number,
    element: Element | null | undefined,
    name: string,
    value: Json,
  ): string | undefined
  read(kind: number, element: Element | null | undefined, name: string): Reply
  /** A whole page follows: drivers' writes come again, and what has not come again at its `end` is taken out. */
  begin(): void
  end(): void
}

/** `scripts` is the page's permission for `evalScript`. */
export function createDriver(inputs: Inputs, scripts: boolean): Driver {
  const added = new Map<Element, Node[]>()
  const contents = new WeakMap<Element, string>()
  let stale = new Map<Element, Node[]>()
  let again = false

  const property = (element: Element, name: string, value: Json) => {
    if (isInput(element, name)) inputs.set(element, name, value)
    else Object.assign(element, { [name]: value })
  }

  const kinds: Record<DriveKind, (element: Element, name: string, value: Json) => void> = {
    setHTML: fill,
    fillValue: fill,
    setText: (element, _, value) => void (element.textContent = textOf(value)),
    setValue: (element, _, value) => property(element, 'value', textOf(value)),
    setProperty: property,
    setStyle(element, name, value) {
      const { style } = element as HTMLElement
      if (!name) style.cssText = textOf(value)
      else if (name.startsWith('--')) style.setProperty(name, textOf(value))
      else Object.assign(style, { [name]: textOf(value) })
    },
    addNode(element, _, value) {
      const nodes = [...parseMarkup(textOf(value), element).childNodes]
      const standing = stale.get(element)?.splice(0, nodes.length) ?? []
      const same =
        standing.length === nodes.length && standing.every((node, i) => node.isEqualNode(nodes[i]!))
      if (!same) {
        for (const node of standing) (node as ChildNode).remove()
        element.append(...nodes)
      }
      added.set(element, [...(added.get(element) ?? []), ...(same ? standing : nodes)])
    },
    remove: (element) => element.remove(),
    evalScript(element, _, value) {
      if (!scripts) throw new Error('this page does not allow scripts from drivers')
      new Function('element', textOf(value))(element)
    },
    focus: (element) => (element as HTMLElement).focus(),
    setAttribute(element, name, value) {
      if (value === null) element.removeAttribute(name)
      else element.setAttribute(name, textOf(value))
    },
  }

  // Written again with the same content, it keeps its nodes and the visitor's focus in them.
  function fill(element: Element, _: string, value: Json) {
    const markup = textOf(value)
    if (again && contents.get(element) === markup) return
    contents.set(element, markup)
    element.innerHTML = markup
  }

  return {
    write(kind, element, name, value) {
      const act = kinds[DRIVE_KINDS[kind] as DriveKind]
      if (!act) return undefined
      if (!element) return 'found no such element'
      try {
        act(element, name, value)
        return undefined
      } catch (error) {
        return String(error)
      }
    },
    read(kind, element, name) {
      const look = reads[READ_KINDS[kind] as ReadKind]
      if (look === reads.exists) return { value: Boolean(element) }
      if (!element) return { error: 'not-found' }
      try {
        const text = JSON.stringify(look?.(element, name) ?? null)
        return { value: JSON.parse(text) as Json }
      } catch (error) {
        return { error: String(error) }
      }
    },
    begin() {
      again = true
      stale = new Map(added)
      added.clear()
    },
    end() {
      again = false
      for (const nodes of stale.values()) for (const node of nodes) (node as ChildNode).remove()
      stale.clear()
    },
  }
}

const reads: Record<ReadKind, (element: Element, name: string) => unknown> = {
  value: (element) => (element as HTMLInputElement).value,
  html: (element) => element.innerHTML,
  text: (element) => element.textContent,
  style: (element, name) => getComputedStyle(element).getPropertyValue(name),
  property: (element, name) => (element as unknown as Record<string, unknown>)[name],
  attribute: (element, name) => element.getAttribute(name),
  exists: () => true,
}

const textOf = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value))
