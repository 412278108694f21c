/** Where a piece of code in a text leads: a public name, an attribute, a limit, an error code. */
import { referenceWords } from '../words/reference/of.ts'
import { type Lang, pathIn } from '../words/words.ts'
import { referenceData, slugOf } from './data.ts'
import { ERROR_GROUPS } from './error-codes.ts'
import { anchorOf, SITE_ERROR_GROUPS } from './site-error-codes.ts'

/** The address that explains `code`, as it stands in a text (`form()`, `lv-key`, `this.patch`); undefined for anything else. */
export function linkOf(code: string, lang: Lang): string | undefined {
  // `form` alone may be a field of an event, or a word of HTML.
  if (/^[a-z]+$/.test(code)) return undefined
  const address = addresses().get(plain(code))
  return address === undefined ? undefined : pathIn(lang, address)
}

// `commit()`, `lv-key="Enter"`, `limits.queue` and `throw redirect(url)` mean their names.
const plain = (code: string) =>
  code
    .replace(/^(throw|new|await) /, '')
    .replace(/=.*$/s, '')
    .replace(/\(.*\)$/s, '')

let known: ReadonlyMap<string, string> | undefined

function addresses(): ReadonlyMap<string, string> {
  if (known) return known
  const { names, limits } = referenceData()
  const found = new Map<string, string>()
  for (const one of names) found.set(one.name, `/reference/${slugOf(one, names)}`)
  for (const { name, members } of names) {
    const of = name === 'LiveComponent' || name === 'Lifecycle' ? 'this' : ''
    for (const member of members) {
      const address = `${found.get(name)}#${member.name}`
      if (of) found.set(`this.${member.name}`, address)
      if (name === 'ComponentDriver') found.set(`driver.${member.name}`, address)
      found.set(`${name}.${member.name}`, address)
    }
  }
  for (const { name } of limits) found.set(`limits.${name}`, `/reference/limits#${name}`)
  for (const { codes } of ERROR_GROUPS)
    for (const code of codes) if (code.includes('-')) found.set(code, `/reference/errors#${code}`)
  // One that the engine gives too means the engine's.
  for (const group of SITE_ERROR_GROUPS)
    for (const code of group.codes)
      if (code.includes('-') && anchorOf(group, code) === code)
        found.set(code, `/reference/errors#${code}`)
  for (const { name } of referenceWords('en').attributes.sections.flatMap(
    ({ names }) => names ?? [],
  ))
    found.set(name, `/reference/attributes#${name}`)
  known = found
  return found
}
