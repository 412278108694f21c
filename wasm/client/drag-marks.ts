/** Marks what is dragged and what it is over, for any kind of drag, so that a page can style both. */

export function markDrags() {
  let source: Element | undefined
  let over: Element | undefined

  function mark(place: Element | null | undefined) {
    if (place === over) return
    over?.removeAttribute('lv-over')
    over = place ?? undefined
    over?.setAttribute('lv-over', '')
  }

  function end() {
    mark(undefined)
    source?.removeAttribute('lv-dragged')
    source = undefined
  }

  const hear = ({ type, target }: Event) => {
    if (!(target instanceof Element)) return
    if (type === 'dragstart') {
      end()
      const begun = (source = target)
      // The browser's drag image must not have the mark.
      setTimeout(() => source === begun && begun.setAttribute('lv-dragged', ''))
    } else if (type === 'dragover') mark(target.closest('[lv-drop]'))
    else if (type !== 'dragleave') end()
    else if (target === over) mark(undefined)
  }
  for (const type of ['dragstart', 'dragover', 'dragleave', 'drop', 'dragend']) {
    addEventListener(type, hear)
  }
}
