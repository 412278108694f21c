/** What is wrong with a form, by the name of the field, and which of it the visitor is shown. */
import type { SchemaIssue } from '../component/schema.ts'
import { nameOf } from './names.ts'

/** Names → sentences; `''` is the form as a whole. */
export type Messages = Readonly<Record<string, readonly string[]>>

export const NO_MESSAGES: Messages = Object.freeze({})

// A form with very many wrong fields must not fill the state.
const MAX_ISSUES = 500
const MAX_LETTERS = 500

/** Issues of a schema by the names of their fields. */
export function byName(issues: readonly SchemaIssue[]): Messages {
  if (issues.length === 0) return NO_MESSAGES
  const messages: Record<string, string[]> = Object.create(null)
  for (const { message, path } of issues.slice(0, MAX_ISSUES)) {
    const name = nameOf(path)
    const known = (messages[name] ??= [])
    const sentence = String(message).slice(0, MAX_LETTERS)
    if (!known.includes(sentence)) known.push(sentence)
  }
  return { ...messages }
}

/** The messages without those of these names. */
export function without(messages: Messages, drops: (name: string) => boolean): Messages {
  const left = Object.entries(messages).filter(([name]) => !drops(name))
  return left.length === 0 ? NO_MESSAGES : Object.fromEntries(left)
}

/** Whether `name` is the field `of`, or stands in it. */
export const isWithin = (name: string, of: string): boolean =>
  name === of || (of !== '' && name.startsWith(of) && /^[.[]/.test(name.slice(of.length)))
