/** Checks topics and patterns, and says which pattern matches which topic. */
import { BusError } from './bus.ts'

declare const MESSAGE: unique symbol

/** A topic's name with the type of its messages: the compiler checks publishers and subscribers. */
export type Topic<Message> = string & { readonly [MESSAGE]?: Message }

/**
 * Gives a topic, or a pattern, the type of its messages.
 *
 * @param name Segments with colons between them; `*` stands for one whole segment, never the first.
 * @throws BusError `pattern-invalid`
 * @example
 * const lines = topic<{ text: string }>('room:7')
 * class Room extends LiveComponent {
 *   texts: string[] = []
 *   connected() {
 *     this.subscribe(lines, ({ text }) => this.texts.push(text))
 *   }
 *   getTemplate() {
 *     return html`<button lv-click=${() => this.publish(lines, { text: 'hello' })}>${this.texts.join(' ')}</button>`
 *   }
 * }
 * const tab = await visit(Room)
 * await tab.click(byRole('button'))
 * tab.text() // 'hello'
 */
export function topic<Message>(name: string): Topic<Message> {
  checkPattern(name)
  return name
}

/** Refuses what is not a topic. @throws BusError `topic-invalid` */
export function checkTopic(topic: string): void {
  if (isName(topic) && !topic.includes('*')) return
  throw new BusError(
    'topic-invalid',
    `Expected a topic such as room:7, received ${quote(topic)}. ${RULE}`,
  )
}

/** Refuses what is not a pattern. @throws BusError `pattern-invalid` */
export function checkPattern(pattern: string): void {
  const stars = isName(pattern)
    ? pattern.split(':').map((segment) => segment.includes('*'))
    : [true]
  const whole = pattern.split(':').every((segment) => !segment.includes('*') || segment === '*')
  if (!stars[0] && whole) return
  throw new BusError(
    'pattern-invalid',
    `Expected a topic or a pattern such as room:*, received ${quote(pattern)}. ${RULE} A * stands for one whole segment and never for the first.`,
  )
}

/** Whether a pattern matches a topic. Both must have been checked. */
export function hears(pattern: string, topic: string): boolean {
  const asked = pattern.split(':')
  const said = topic.split(':')
  return (
    asked.length === said.length &&
    asked.every((segment, index) => segment === '*' || segment === said[index])
  )
}

/** Whether it may match several topics. */
export const isPattern = (name: string): boolean => name.includes('*')

/** The segment that topic and pattern must share. */
export const firstSegment = (name: string) => name.split(':', 1)[0]!

const MAX_LENGTH = 200
const MAX_SEGMENTS = 8

const RULE = `A topic has 1 to ${MAX_SEGMENTS} segments joined by colons, none empty, and at most ${MAX_LENGTH} characters.`

function isName(name: unknown): boolean {
  if (typeof name !== 'string' || name.length > MAX_LENGTH) return false
  const segments = name.split(':')
  return segments.length <= MAX_SEGMENTS && segments.every((segment) => segment.trim() !== '')
}

const quote = (name: unknown) =>
  typeof name === 'string' ? JSON.stringify(name.slice(0, 40)) : typeof name
