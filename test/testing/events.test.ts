/** What a visitor does in the kit, held to the table that the shipped client is held to in Chromium. */
import { expect, test } from 'vitest'
import { encodeOps } from '../../engine/protocol/encode-ops.ts'
import { decodeUp } from '../../engine/protocol/event.ts'
import { Acts } from '../../engine/testing/acts.ts'
import { HandClock } from '../../engine/testing/hand-clock.ts'
import { Keys } from '../../engine/testing/keys.ts'
import type { ServerEnd } from '../../engine/testing/network.ts'
import { Page } from '../../engine/testing/page.ts'
import { Pointer } from '../../engine/testing/pointer.ts'
import { Visitor } from '../../engine/testing/visitor.ts'
import { DRAGS, lineOf, MODIFIERS, ORDER, PAYLOADS } from '../conformance/events.ts'

const cases = [...ORDER, ...MODIFIERS, ...PAYLOADS, ...DRAGS].map(
  (row) => [row.title, row] as const,
)

test.each(cases)(
  'in the testing kit: %s',
  { tags: ['A7', 'A23', 'held-back-order'] },
  async (_, row) => {
    const { markup, steps } = row
    const sent: string[] = []
    const clock = new HandClock()
    const page = new Page({
      clock,
      accept: (socket) => greet(socket, (line) => sent.push(line)),
      arrived() {},
      left() {},
      fault: ({ message }) => sent.push(message),
      threw: (error) => sent.push(String(error)),
    })
    page.load(documentWith(markup), 'http://localhost/')
    page.open()
    await loopTurn()
    const visitor = new Visitor(page)
    const pointer = new Pointer(visitor)
    const acts = new Acts(visitor, pointer)
    const keys = new Keys(visitor, acts)
    const find = (selector: string) => page.root.querySelector(selector)!
    for (const step of steps) {
      if ('fire' in step) {
        const { type, ...rest } = step.fire
        visitor.fire(find(step.at), type, { bubbles: true, ...rest })
      } else if ('click' in step) acts.click(find(step.click), step.ctrl ? { ctrl: true } : {})
      else if ('fill' in step) acts.fill(find(step.fill), step.text)
      else if ('press' in step) keys.press(find(step.press), step.key)
      else if ('submit' in step) acts.submit(find(step.submit))
      else if ('leave' in step) acts.blur()
      else if ('wait' in step) clock.advance(step.wait)
      else {
        await loopTurn()
        expect(DRAGS.includes(row) ? sent.map(bare) : sent).toEqual(step.sent)
      }
    }
  },
)

const documentWith = (markup: string) => `<!doctype html>
  <body><div id="telar-root" lv-t="0"><div lv-r="1 x ">${markup}</div></div>
  <div class="telar-status"></div>
  <script type="application/json" id="telar">{"token":"","epoch":1,"ws":"/"}</script></body>`

/** A server that takes the page as it stands, and tells of each event that comes. */
function greet(socket: ServerEnd, tell: (line: string) => void) {
  socket.on('message', (bytes: Uint8Array) => {
    const up = decodeUp(bytes)
    const value = { epoch: 1, applied: 0, frame: 1, resumed: true }
    if (up.type === 'hello') {
      socket.send(encodeOps([{ op: 'signal', kind: 'welcome', value }], { number: 1 }))
    }
    if (up.type === 'event') tell(lineOf(up.slot, up.event, up.data))
  })
}

const loopTurn = () => new Promise((resolve) => setImmediate(resolve))

const bare = (line: string) => line.split(' ').slice(0, 2).join(' ')
