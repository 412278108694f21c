/** Announces something to screen readers, politely. */

let region: HTMLElement | undefined

export function announce(text: string) {
  if (!region) {
    region = document.createElement('div')
    region.className = 'telar-said'
    region.setAttribute('role', 'status')
    region.style.cssText = HIDDEN
    document.body.append(region)
  }
  const own = region
  // A live region must be in the page before it gets a text, or the text is not announced.
  setTimeout(() => {
    own.textContent = text
  }, SETTLED)
}

const SETTLED = 50

// Invisible, but readable by a screen reader.
const HIDDEN =
  'position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap'
