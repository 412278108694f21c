/** Tells whether a value is a handler, and what to write in place of one that is none. */
import { kindOf } from './values.ts'

/** `null` and `false` stand for no handler: `lv-click=${mayEdit && this.edit}`. */
export const isHandler = (value: unknown): boolean =>
  typeof value === 'function' || value === null || value === false

/** `code` is what is written there, where that is known. */
export function handlerSentence(event: string, value: unknown, code: string | undefined): string {
  const received = value === undefined ? 'undefined' : kindOf(value)
  return `Expected a function at lv-${event}, received ${received}. ${remedy(value, code)}`
}

function remedy(value: unknown, code: string | undefined): string {
  const [, name, given] = (code && CALL.exec(code)) || []
  if (name && given === '') return `Write \${${name}} without ().`
  if (name) {
    return `Write \${() => ${code}}, or \${${name}} without (): as it stands it is called while the page is made.`
  }
  if (code === undefined && (value === undefined || value instanceof Promise)) {
    return 'Write the method without (), as in ${this.save}.'
  }
  const nothing = value ? '' : ' For no handler, write null or false.'
  return `Write the name of a method, as in \${this.save}.${nothing}`
}

/** One call and nothing else: what is called, and what it is given. */
const CALL = /^(?:await\s+)?([\p{ID_Continue}$#.?]+)\(\s*(.*?)\s*\)(?:\s+as\s[^()]*)?$/su
