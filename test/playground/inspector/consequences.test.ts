/** B15: what a press cost is what answers it, also when new code takes over the session around it. */
import { expect, test } from 'vitest'
import { encodeOps, encodeUp, type Op } from '../../../engine/protocol/index.ts'
import { consequencesOf, unasked } from '../../../playground/inspector/consequences.ts'
import { createWireLog } from '../../../playground/inspector/wire-log.ts'

const UP = {
  hello: encodeUp({ type: 'hello', token: 't', epoch: 1, frame: 1, seq: 0, path: '/' }),
  click: click(1),
  reply: encodeUp({ type: 'reply', id: 1, data: { value: 'a' } }),
}

function click(seq: number) {
  const at = { component: 0, slot: 7, frame: 0 }
  return encodeUp({ type: 'event', event: 'click', seq, data: {}, ...at })
}

const setText = (text: string): Op => ({ op: 'setText', slot: 5, text })
const welcome: Op = {
  op: 'signal',
  kind: 'welcome',
  value: { epoch: 2, applied: 0, resumed: false, frame: 1 },
}
const DOWN = {
  welcome: encodeOps([welcome], { number: 1 }),
  repaint: encodeOps([setText('0')], { number: 2, repaint: true }),
  answer: encodeOps([setText('1')], { number: 3, acknowledged: 1 }),
  tick: encodeOps([setText('12:00')], { number: 4 }),
}

type Name = keyof typeof UP | keyof typeof DOWN

/** What a log makes of these messages, and their names again. */
function crossed(...names: Name[]) {
  const log = createWireLog()
  for (const [at, name] of names.entries()) {
    const [direction, bytes] =
      name in UP ? ['up', UP[name as 'click']] : ['down', DOWN[name as 'answer']]
    log.accept({ source: 'telar', type: 'frame', direction, at, ms: 0, bytes }, 1)
  }
  return log.getState().ticks.map((tick, at) => ({ ...tick, name: names[at] }))
}

const namesOf = (ticks: readonly { name: Name | undefined }[]) => ticks.map(({ name }) => name)

test('what follows from a press is all that crosses from its event on', () => {
  const found = consequencesOf(crossed('tick', 'click', 'tick', 'reply', 'answer', 'tick'))
  expect(namesOf(found.messages)).toEqual(['click', 'tick', 'reply', 'answer', 'tick'])
  expect(found).toMatchObject({ moved: false, left: false, asked: { name: 'click' } })
})

test('a press that waits until new code has taken over costs its answer, and not the welcome and the repaint', () => {
  const found = consequencesOf(crossed('hello', 'welcome', 'repaint', 'click', 'answer'))
  expect(namesOf(found.messages)).toEqual(['click', 'answer'])
  expect(found).toMatchObject({ moved: true, left: false })
})

test('a press whose connection was lost is sent again, and counts once', () => {
  const names: Name[] = ['click', 'hello', 'welcome', 'repaint', 'click', 'answer']
  expect(namesOf(consequencesOf(crossed(...names)).messages)).toEqual(['click', 'answer'])
})

test('new code that takes over behind the answer adds nothing to it', () => {
  const found = consequencesOf(crossed('click', 'answer', 'hello', 'welcome', 'repaint', 'tick'))
  expect(namesOf(found.messages)).toEqual(['click', 'answer'])
  expect(found).toMatchObject({ moved: true, left: true })
})

test('a press that nobody hears costs nothing, whatever new code tells the page', () => {
  const found = consequencesOf(crossed('hello', 'welcome', 'repaint', 'tick'))
  expect(found).toEqual({ messages: [], moved: true, left: false, asked: undefined })
})

test('of what comes unasked, the greeting of a tab that joins is no part', () => {
  const names: Name[] = ['tick', 'hello', 'welcome', 'repaint', 'tick']
  expect(namesOf(unasked(crossed(...names)))).toEqual(['tick', 'tick'])
})
