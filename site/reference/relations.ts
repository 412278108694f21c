/** Which public names belong together: those that mention each other in their types. */
import { referenceData } from './data.ts'
import { groupOf } from './groups.ts'
import type { Example, PublicName } from './names.ts'

/** What takes or gives this name, then what it mentions itself, then others of its group; at most eight. */
export function relatedTo(one: PublicName): readonly PublicName[] {
  const { names } = referenceData()
  const others = names.filter((other) => other !== one)
  const group = groupOf(one)
  const related = [
    ...others.filter((other) => mentions(other, one.name)),
    ...others.filter((other) => mentions(one, other.name)),
    ...others.filter((other) => groupOf(other) === group),
  ]
  return [...new Set(related)].slice(0, 8)
}

/** Its own examples; for a mere shape, one of a name that shows it, and whose it is. */
export function examplesOf(one: PublicName): { of?: PublicName; examples: readonly Example[] } {
  if (one.examples.length > 0) return { examples: one.examples }
  const { names } = referenceData()
  const shows = ({ code }: Example) => word(one.name).test(code)
  const showing = names.find(({ examples }) => examples.some(shows))
  if (showing) return { of: showing, examples: showing.examples.filter(shows).slice(0, 1) }
  const using = usersOf(one).find(({ examples }) => examples.length > 0)
  return using ? { of: using, examples: using.examples.slice(0, 1) } : { examples: [] }
}

/** Who mentions it, and who mentions those, the nearest first. */
function usersOf(one: PublicName): PublicName[] {
  const { names } = referenceData()
  const found = [one]
  for (const near of found)
    found.push(...names.filter((name) => !found.includes(name) && mentions(name, near.name)))
  return found.slice(1)
}

const mentions = ({ signature, parameters, members }: PublicName, name: string) =>
  /^[A-Z]/.test(name) &&
  [
    signature.replace(/^\w+(?: \w+)? \w+/, ''),
    ...parameters.map(({ type }) => type),
    ...members.map((member) => member.signature),
  ].some((text) => word(name).test(text))

const word = (name: string) => new RegExp(`\\b${name}\\b`)
