/** Creates a browser's events and dispatches them in a page. */
import type { EventData } from '../protocol/ops.ts'
import type { Page } from './page.ts'

/** What an event may carry. */
export interface FireOptions {
  /** Whether it bubbles; by default, like events of its type. */
  bubbles?: boolean
  /** The key of a keyboard event. */
  key?: string
  /** Its place on the keyboard; the key unless given. */
  code?: string
  /** Whether Alt is held. */
  alt?: boolean
  /** Whether Control is held. */
  ctrl?: boolean
  /** Whether Meta is held. */
  meta?: boolean
  /** Whether Shift is held. */
  shift?: boolean
  /** Whether the key repeats. */
  repeat?: boolean
  /** Its position, from the upper left corner of the element with the handler. */
  x?: number
  /** The same from the upper edge. */
  y?: number
  /** For custom events. */
  detail?: EventData['detail']
}

/** Returns whether the default action was prevented. */
export function fire(page: Page, target: Element, type: string, options: FireOptions = {}) {
  return !target.dispatchEvent(make(page, type, options))
}

function make(page: Page, type: string, options: FireOptions): Event {
  const { bubbles = !STAYING.has(type), key = '', code = key, repeat = false, detail } = options
  const { x: clientX = 0, y: clientY = 0, alt, ctrl, meta, shift } = options
  const { window } = page
  const held = { altKey: alt, ctrlKey: ctrl, metaKey: meta, shiftKey: shift }
  const init = { bubbles, cancelable: !FIXED.test(type), composed: true, ...held }
  const shown = { ...init, view: window, clientX, clientY }
  // `detail` counts clicks, starting with 1; it is 0 if no button was pressed.
  const pressed = { ...shown, detail: /^(click|dblclick|mouse(down|up))$/.test(type) ? 1 : 0 }
  if (/^key/.test(type)) return new window.KeyboardEvent(type, { ...shown, key, code, repeat })
  if (/^pointer/.test(type)) return new window.PointerEvent(type, shown)
  if (type === 'wheel') return new window.WheelEvent(type, shown)
  if (/^(click|dblclick|auxclick|contextmenu|mouse.+)$/.test(type)) {
    return new window.MouseEvent(type, pressed)
  }
  if (/^(drag.*|drop)$/.test(type)) return new window.DragEvent(type, shown)
  if (/^touch/.test(type)) return touching(new window.UIEvent(type, init), clientX, clientY)
  if (/^(focus(in|out)?|blur)$/.test(type)) return new window.FocusEvent(type, init)
  if (/^(before)?input$/.test(type)) return new window.InputEvent(type, init)
  return new window.CustomEvent(type, { ...init, detail })
}

function touching(event: Event, clientX: number, clientY: number): Event {
  return Object.assign(event, { changedTouches: [{ clientX, clientY }] })
}

/** Events that do not bubble. */
const STAYING = new Set(
  'focus blur mouseenter mouseleave pointerenter pointerleave enter leave load error scroll toggle invalid'.split(
    ' ',
  ),
)

/** Events that can't be cancelled. */
const FIXED =
  /^(input|change|focus(in|out)?|blur|scroll|load|error|toggle|(mouse|pointer)(enter|leave)|drag(leave|end)?)$/
