/** Brings dragging by keys to a page: what is draggable takes the focus, keys lead the drag, and a region says how it goes. */
import { announce } from './announce.ts'
import { fireDrag } from './drag-events.ts'
import { createKeyDrag } from './drag-keys.ts'
import { hint, wordsOf } from './drag-words.ts'
import { keepFocus } from './keep-focus.ts'

export function dragByKeys() {
  let hinted = false
  const drag = createKeyDrag({
    fire: (element, type) => fireDrag(element, type, middleOf(element)),
    targets: () => [...document.querySelectorAll('[lv-drop]')].filter(isSeen),
    told(moment) {
      const { kind, source, target } = moment
      announce(wordsOf(moment))
      if (kind === 'dropped') keepFocus(source)
      else if (drag.source) target?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    },
  })

  // First of all: while something is dragged, its keys mean nothing else.
  addEventListener(
    'keydown',
    (event) => {
      if (!drag.source || isModified(event)) return
      if (!drag.source.isConnected) drag.cancel()
      else if (drag.press(event.key)) {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
    },
    true,
  )
  // Last of all: a handler may have prevented it.
  addEventListener('keydown', (event) => {
    const { target, key, defaultPrevented, repeat } = event
    if (drag.source || defaultPrevented || repeat || isModified(event)) return
    if (target instanceof Element && drag.grab(target, key)) event.preventDefault()
  })
  addEventListener('pointerdown', drag.cancel, true)
  addEventListener('focusin', ({ target }) => {
    if (drag.source && target !== drag.source) drag.cancel()
    if (hinted || !(target instanceof Element)) return
    if (!target.matches('[draggable=true]:focus-visible')) return
    hinted = true
    announce(hint())
  })

  new MutationObserver(makeFocusable).observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: ['draggable'],
  })
  makeFocusable()
}

// What a mouse can drag, keys must be able to reach.
function makeFocusable() {
  for (const element of document.querySelectorAll<HTMLElement>('[draggable=true]')) {
    if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = 0
  }
}

function middleOf(element: Element) {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { clientX: left + width / 2, clientY: top + height / 2 }
}

const isSeen = (element: Element) => element.getClientRects().length > 0

const isModified = (event: KeyboardEvent) =>
  event.ctrlKey || event.metaKey || event.altKey || event.isComposing
