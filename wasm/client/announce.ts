/** Says something to those who hear the page instead of seeing it, politely. */

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
  // A region must stand in the page before it has words, or they are not read.
  setTimeout(() => {
    own.textContent = text
  }, SETTLED)
}

const SETTLED = 50

// Seen by nobody, and yet there for a screen reader.
const HIDDEN =
  'position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap'
