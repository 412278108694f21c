/** A driver's writes and reads: on a component's root element or on an element with an id. */
import {
  DRIVE_KINDS,
  type DriveKind,
  READ_KINDS,
  type ReadKind,
} from '../../engine/protocol/names.ts'
import { DRIVE, EVENT, READ, UP_REPLY } from '../../engine/protocol/opcodes.ts'
import type { Json } from '../../engine/protocol/ops.ts'
import { audit } from './audit.ts'
import type { SessionHandle } from './handle.ts'
import type { Component } from './table.ts'

export type Reply = { value: Json } | { error: string }

/** One thing that a frame asks for; its texts are the target's id, a name and JSON, or an event's name and JSON. */
export type DriverOp = { component: Component; texts: readonly string[] } & (
  | { op: typeof DRIVE; kind: number }
  | { op: typeof READ; kind: number; asked: number }
  | { op: typeof EVENT }
)

type DriverSession = Pick<SessionHandle, 'config' | 'error' | 'inputs' | 'send' | 'tools'>

export interface Driver {
  /** Does what a frame asks for. After a repaint all writes are sent again, and added nodes that are not sent again are removed. */
  run(calls: readonly DriverOp[], repainted: boolean): void
}

export function createDriver(session: DriverSession): Driver {
  const { config, error, inputs, send, tools } = session
  const { isInput, nodesOf, parseMarkup, rowsIn } = tools
  const added = new Map<Element, Node[]>()
  const contents = new WeakMap<Element, string>()
  let stale = new Map<Element, Node[]>()
  let again = false

  const reply = (request: number, data: Reply) =>
    send(tools.encodeMessage(UP_REPLY, [request], data))
  const problem = (message: string, code = 'drive-failed') => error({ code, owner: 'app', message })
  const property = (element: Element, name: string, value: Json) => {
    if (!isInput(element, name)) Object.assign(element, { [name]: value })
    // What the visitor has typed since, over the same value, stays.
    else if (!again || element.telarGiven?.[name] !== value) inputs.set(element, name, value)
  }

  const kinds: Record<DriveKind, (element: Element, name: string, value: Json) => void> = {
    setHTML: fill,
    fillValue: (element, name, value) =>
      isInput(element, 'value') ? kinds.setValue(element, name, value) : fill(element, name, value),
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
      const later = stale.get(element) ?? []
      const standing = later.splice(0, nodes.length)
      // The nodes may be gone because a text was written again.
      const same = nodes.every(
        (node, i) => standing[i]?.parentNode === element && node.isEqualNode(standing[i]),
      )
      if (!same) {
        for (const node of standing) (node as ChildNode).remove()
        // Before those that were added after it: they may stand yet.
        const next = later.find((node) => node.parentNode === element)
        for (const node of nodes) element.insertBefore(node, next!)
      }
      added.set(element, [...(added.get(element) ?? []), ...(same ? standing : nodes)])
    },
    remove: (element) => element.remove(),
    evalScript(element, _, value) {
      if (!config.scripts) throw new Error('this page does not allow scripts from drivers')
      // A script element, because the page's policy may allow inline scripts but never `eval`.
      const script = document.createElement('script')
      script.textContent = textOf(value)
      element.append(script)
      script.remove()
    },
    focus: (element) => (element as HTMLElement).focus(),
    setAttribute(element, name, value) {
      if (value === null) element.removeAttribute(name)
      else element.setAttribute(name, textOf(value))
    },
  }

  // If it is written again with the same content, it keeps its nodes and the visitor's focus in them.
  function fill(element: Element, _: string, value: Json) {
    const markup = textOf(value)
    if (again && contents.get(element) === markup && !added.has(element)) return
    contents.set(element, markup)
    element.innerHTML = markup
  }

  function write(kind: number, component: Component, [id, name, json]: Texts) {
    try {
      const element = find(component, id!)
      if (!element) throw new Error('there is no such element')
      // An audit ignores what drivers have written to.
      element.telarGiven ??= {}
      element.telarGiven['@'] = ''
      kinds[DRIVE_KINDS[kind] as DriveKind]?.(element, name!, JSON.parse(json!))
    } catch (error) {
      const what = `${DRIVE_KINDS[kind]} ${name} on ${id ? `#${id}` : 'the root element'}`
      problem(`Expected ${what}, received: ${(error as Error).message}.`)
    }
  }

  function run(op: DriverOp) {
    const { component, texts } = op
    const [first, second] = texts as [string, string]
    switch (op.op) {
      case DRIVE:
        return write(op.kind, component, texts)
      case READ: {
        const kind = READ_KINDS[op.kind] as ReadKind
        if (kind === 'audit') return void answerAudit(component, op.asked)
        return void reply(op.asked, look(kind, find(component, first), second))
      }
      case EVENT: {
        const event = new CustomEvent(first, { detail: JSON.parse(second), bubbles: true })
        return void find(component, '')?.dispatchEvent(event)
      }
      default:
        return op satisfies never
    }
  }

  async function answerAudit(root: Component, request: number) {
    const value = await audit(root, tools)
    const places = value.map((place) => place.join('.')).join(', ')
    if (places)
      problem(`A script or an extension has changed ${places} in this page.`, 'page-changed')
    reply(request, { value })
  }

  // A component's root element is the first one in its root slot.
  function find({ slots }: Component, id: string) {
    const nodes = id ? [document.getElementById(id)] : rowsIn(slots[0]!).flatMap(nodesOf)
    return nodes.find((node) => node instanceof Element)
  }

  return {
    run(calls, repainted) {
      again = repainted
      if (again) {
        stale = new Map(added)
        added.clear()
      }
      for (const op of calls) run(op)
      again = false
      for (const nodes of stale.values()) for (const node of nodes) (node as ChildNode).remove()
      stale.clear()
      // A choice may have been set before its options existed.
      inputs.fields?.flush()
    },
  }
}

type Texts = readonly string[]

function look(kind: ReadKind, element: Element | null | undefined, name: string): Reply {
  if (kind === 'exists') return { value: Boolean(element) }
  if (!element) return { error: 'not-found' }
  try {
    const text = JSON.stringify(reads[kind]?.(element, name) ?? null)
    return { value: JSON.parse(text) as Json }
  } catch (error) {
    return { error: (error as Error).message }
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
  audit: () => null,
}

const textOf = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value))
