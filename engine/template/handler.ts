/** Tells whether a value is a handler, and what to write instead if it is not. */
import { kindOf } from './values.ts'

/** `null` and `false` mean that there is no handler: `lv-click=${mayEdit && this.edit}`. */
export const isHandler = (value: unknown): boolean =>
  typeof value === 'function' || value === null || value === false

/** `code` is the source code of the value, if known. */
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

/** A single call: what is called, and its arguments. */
const CALL = /^(?:await\s+)?([\p{ID_Continue}$#.?]+)\(\s*(.*?)\s*\)(?:\s+as\s[^()]*)?$/su
