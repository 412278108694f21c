/** The kit's events, held to the table that the shipped client is held to. */
import { expect, test } from 'vitest'
import { Acts } from '../../engine/testing/acts.ts'
import { Events } from '../../engine/testing/events.ts'
import { HandClock } from '../../engine/testing/hand-clock.ts'
import { Keys } from '../../engine/testing/keys.ts'
import { Page } from '../../engine/testing/page.ts'
import { Pointer } from '../../engine/testing/pointer.ts'
import { Visitor } from '../../engine/testing/visitor.ts'
import { DRAGS, type Fired, lineOf, MODIFIERS, ORDER, PAYLOADS } from '../conformance/events.ts'

const cases = [...ORDER, ...MODIFIERS, ...PAYLOADS, ...DRAGS].map(
  (row) => [row.title, row] as const,
)

test.each(cases)('A7 A23 in the testing kit: %s', (_, row) => {
  const { markup, steps } = row
  const sent: string[] = []
  const told = { reply() {}, pushed() {}, script() {}, signal() {} }
  const page = new Page('0', `<div lv-r="1 x ">${markup}</div>`, told)
  const clock = new HandClock()
  const events = new Events(page, clock, ({ at, event, data }) => {
    sent.push(lineOf(page.slots.handler(at.element, event)!.slot, event, data))
  })
  const visitor = new Visitor(page, events)
  const acts = new Acts(visitor, new Pointer(visitor))
  const keys = new Keys(visitor, acts)
  const find = (selector: string) => page.root.querySelector(selector)!
  for (const step of steps) {
    if ('fire' in step) visitor.fire(find(step.at), step.fire.type, init(step.fire))
    else if ('click' in step) acts.click(find(step.click), step.ctrl ? { ctrl: true } : {})
    else if ('fill' in step) acts.fill(find(step.fill), step.text)
    else if ('press' in step) keys.press(find(step.press), step.key)
    else if ('submit' in step) acts.submit(find(step.submit))
    else if ('leave' in step) acts.blur()
    else if ('wait' in step) clock.advance(step.wait)
    else expect(DRAGS.includes(row) ? sent.map(bare) : sent).toEqual(step.sent)
  }
})

const bare = (line: string) => line.split(' ').slice(0, 2).join(' ')

const init = ({ type: _, ...rest }: Fired) => ({ bubbles: true, ...rest })
