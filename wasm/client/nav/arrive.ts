/** Tells a visitor that they have arrived: the place in sight, the focus, and what a screen reader says. */

/** Says the title, through a region that was there before. */
export function createAnnouncer(): { mark: HTMLElement; say(text: string): void } {
  const mark = document.createElement('div')
  mark.className = 'telar-title'
  mark.setAttribute('role', 'status')
  // Screen readers still read it.
  mark.style.cssText = 'position:fixed;clip-path:inset(50%)'
  document.body.append(mark)
  return {
    mark,
    say(text) {
      mark.textContent = ''
      setTimeout(() => (mark.textContent = text), SETTLED)
    },
  }
}

/** On a new page: at its top or at the place that the address names, with the focus on what it is about. */
export function arriveAt(root: Element, hash: string): void {
  const named = hash && document.getElementById(decodeURIComponent(hash.slice(1)))
  if (named) named.scrollIntoView()
  else window.scrollTo(0, 0)
  const find = (what: string) => root.querySelector<HTMLElement>(what)
  const about =
    find('[autofocus]') ?? ((named || (find('h1') ?? find('main') ?? root)) as HTMLElement)
  // A heading takes the focus only if it is told to, and is no stop for the Tab key then.
  if (about.tabIndex < 0) about.tabIndex = -1
  about.focus({ preventScroll: true })
}

const SETTLED = 50
