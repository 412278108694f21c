/** Names that both ends know, and the numbers of those that are sent by number. */
import {
  SIGNAL_ANSWER,
  SIGNAL_ERROR,
  SIGNAL_FLASH,
  SIGNAL_GAP,
  SIGNAL_NAVIGATE,
  SIGNAL_PATCH,
  SIGNAL_RELOAD,
  SIGNAL_TITLE,
  SIGNAL_WELCOME,
} from './opcodes.ts'

/**
 * Names 0 to 63 have the same number in every process. A tab is told them like any other: a table of all would cost each page more than the few it
 * uses.
 */
export const FIXED_NAMES = /* @__PURE__ */ words(
  'class style id value checked disabled selected hidden href src alt title type name ' +
    'placeholder for role tabindex width height min max step required readonly open colspan ' +
    'rowspan aria-label aria-hidden aria-expanded aria-selected aria-checked aria-current ' +
    'aria-disabled aria-pressed aria-invalid aria-describedby aria-labelledby aria-controls ' +
    'aria-live aria-busy aria-valuenow data-id data-key data-value data-state d x y x1 y1 x2 ' +
    'y2 cx cy r fill stroke transform viewBox points indeterminate lang',
)

/** Number 0 means that the payload's `type` names the event: for events too rare to be listed in every page. */
export const EVENT_NAMES = /* @__PURE__ */ words(
  ' click input change submit keydown keyup focus blur pointerdown pointerup pointermove',
)

/** Languages in which the engine's own texts are Spanish; in all others they are English. */
export const SPANISH = /^es\b/i

/** Where a click handler keeps the visitor on the page. A link that opens in another tab, or downloads, still does so. */
export const KEPT = '[lv-prevent],[href]:not([download],[target]:not([target=_self i],[target=""]))'

/** Attributes `lv-…` that change how a handler is called, or that mark an element. Any other name is an event, or (`do-…`) commands. */
export const MODIFIERS = /* @__PURE__ */ words(
  'debounce throttle key prevent once outside ignore hook stop busy link unsaved',
)

export const DRIVE_KINDS = [
  '',
  'setHTML',
  'fillValue',
  'setText',
  'setValue',
  'setProperty',
  'setStyle',
  'addNode',
  'remove',
  'evalScript',
  'focus',
  'setAttribute',
] as const

export const READ_KINDS = [
  '',
  'value',
  'html',
  'text',
  'style',
  'property',
  'attribute',
  'exists',
  'audit',
] as const

export const SIGNALS = {
  welcome: SIGNAL_WELCOME,
  error: SIGNAL_ERROR,
  title: SIGNAL_TITLE,
  patch: SIGNAL_PATCH,
  navigate: SIGNAL_NAVIGATE,
  flash: SIGNAL_FLASH,
  reload: SIGNAL_RELOAD,
  answer: SIGNAL_ANSWER,
  gap: SIGNAL_GAP,
} as const

export type DriveKind = Exclude<(typeof DRIVE_KINDS)[number], ''>
export type ReadKind = Exclude<(typeof READ_KINDS)[number], ''>
export type SignalKind = keyof typeof SIGNALS

// Marked pure, so that bundles of the client, which only reads names, leave it out.
const numbers = /* @__PURE__ */ (() =>
  new Map<string, number>(FIXED_NAMES.map((name, number) => [name, number])))()

/** The number of a name in this process. Names come from templates, so the table is as bounded as they are. */
export function nameNumber(name: string): number {
  let number = numbers.get(name)
  if (number === undefined) {
    number = numbers.size
    numbers.set(name, number)
  }
  return number
}

// As one text, because that is a third smaller in the client than a list.
function words(text: string): readonly string[] {
  return text.split(' ')
}
