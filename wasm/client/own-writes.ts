/** What the page writes into itself before the server knows: steps over the server's value, each of which can be undone by itself. */

/** From what stands in an attribute to what shall stand there; null is no attribute. */
export type Step = (before: string | null) => string | null

/** Ends a step: it stays for good, or it is undone, which does the others again without it. What somebody else has written since stays. */
export type EndStep = (stays: boolean) => void

interface Written {
  /** What stood there before the first step, and what the steps have made of it. */
  start: string | null
  shown: string | null
  steps: { step: Step; stays: boolean }[]
}

/** By attribute or class. */
const all = new WeakMap<Element, Map<string, Written>>()

/** Writes an attribute; a name that starts with a dot is a class, which is there or not. */
export function write(element: Element, name: string, step: Step): EndStep {
  const { classList } = element
  const isClass = name[0] === '.'
  const attribute = isClass ? 'class' : name
  const given = (element.telarGiven ??= {})
  // The server's value, with which a repaint compares; its next write takes these away.
  const marks = [`@${name}`, `@${attribute}`]
  const places = all.get(element) ?? new Map<string, Written>()
  all.set(element, places)

  const read = () =>
    isClass ? (classList.contains(name.slice(1)) ? '' : null) : element.getAttribute(name)
  const isOurs = ({ shown }: Written) => shown === read() && marks.every((mark) => mark in given)
  const show = () => {
    const text = (own.shown = own.steps.reduce((before, { step }) => step(before), own.start))
    if (text === read()) return
    if (isClass) classList.toggle(name.slice(1))
    else if (text === null) element.removeAttribute(name)
    else element.setAttribute(name, text)
  }
  let place = places.get(name)
  if (!place || !isOurs(place)) {
    places.set(name, (place = { start: read(), shown: null, steps: [] }))
    for (const mark of marks) if (!(mark in given)) given[mark] = element.getAttribute(attribute)
  }
  const own = place
  const entry = { step, stays: false }
  own.steps.push(entry)
  show()

  return (stays) => {
    if (places.get(name) !== own) return
    entry.stays = stays
    if (!stays) {
      if (!isOurs(own)) return void places.delete(name)
      own.steps = own.steps.filter((one) => one !== entry)
      show()
    }
    // The first steps that stay are what the others start from.
    while (own.steps[0]?.stays) own.start = own.steps.shift()!.step(own.start)
    if (!own.steps[0]) places.delete(name)
    // Once all is as the server gave it, the element is like any other.
    if (!places.size && element.getAttribute(attribute) === given[`@${attribute}`])
      for (const mark of marks) delete given[mark]
  }
}
