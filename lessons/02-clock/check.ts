/** Does the page follow the server's clock, without anyone touching the page? */
import { check, step } from 'telar/testing'

export default check([
  step(
    'shows-time',
    'The page arrives with the time in it',
    async ({ visit, component }) => {
      const tab = await visit(component)
      timeIn(tab.text())
    },
    { hint: 'start() runs before the page is made: set this.time there.' },
  ),
  step(
    'ticks',
    'A second later the page shows a second more',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const before = timeIn(tab.text())
      await tab.clock.advance(1000)
      expectPassed(before, timeIn(tab.text()), 1)
    },
    {
      hint: 'connected() runs when the page has its socket. Start the timer there, with this.every(1000, () => …): after each call the engine looks at the page. A timer of Node’s own changes fields behind its back. Read the time from this.now().',
    },
  ),
  step(
    'keeps-ticking',
    'It goes on: ten seconds make ten',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const before = timeIn(tab.text())
      for (let second = 0; second < 10; second += 1) await tab.clock.advance(1000)
      expectPassed(before, timeIn(tab.text()), 10)
    },
    { hint: 'this.after fires once. this.every goes on until the component ends.' },
  ),
  step(
    'after-a-restart',
    'Another server process takes it up and it goes on',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.reconnect({ restarted: true })
      const before = timeIn(tab.text())
      await tab.clock.advance(2000)
      expectPassed(before, timeIn(tab.text()), 2)
    },
    {
      hint: 'A timer ends with the process it was started in. start() runs once, connected() runs in every process that takes the session up: the timer belongs there.',
    },
  ),
  step(
    'right-after-a-break',
    'It is right again after the network was away',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const before = timeIn(tab.text())
      await tab.disconnect()
      await tab.clock.advance(90_000)
      await tab.reconnect()
      await tab.clock.advance(1000)
      expectPassed(before, timeIn(tab.text()), 91)
    },
    {
      hint: 'Ask this.now() at every tick. A clock that adds up its own ticks is wrong as soon as one is missed.',
    },
  ),
  step(
    'few-bytes',
    'A tick costs 25 bytes at most',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.clock.advance(1000)
      if (tab.bytes > 25) {
        throw new Error(
          `One tick took ${tab.bytes} bytes on the wire. Expected 25 at most: eight characters and a few bytes around them.`,
        )
      }
    },
    {
      hint: 'Write the markup in html`…` and only the time in its hole. What stands in raw(…) or in a string of your own travels whole, each time.',
    },
  ),
])

const DAY = 24 * 60 * 60

/** The time of day that a text shows, in seconds. */
function timeIn(text: string): number {
  const [, hours, minutes, seconds] = /(\d\d):(\d\d):(\d\d)/.exec(text) ?? []
  if (hours && minutes && seconds) {
    return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  }
  throw new Error(
    `Expected a time like 09:41:00 in the page, found “${text.replace(/\s+/g, ' ').trim().slice(0, 80)}”.`,
  )
}

function expectPassed(before: number, after: number, seconds: number) {
  const passed = (after - before + DAY) % DAY
  if (passed === seconds) return
  throw new Error(
    `${seconds === 1 ? 'One second' : `${seconds} seconds`} went by at the server, and the page moved on by ${passed}.`,
  )
}
