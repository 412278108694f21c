/** Does the page follow the server's clock, without anyone touching the page? */
import { check, type Hint, step } from 'telar/testing'

export default check([
  step(
    'shows-time',
    'The page arrives with the time in it',
    async ({ visit, component }) => {
      const tab = await visit(component)
      timeIn(tab.text())
    },
    { hint: hintForTime },
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
    { hint: hintForTick },
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
    {
      hint: ({ message, files }) => {
        if (codeOf(files).includes('this.after(') || !message.endsWith(', received 1.'))
          return 'this.after fires once. this.every goes on until the component ends.'
        return 'The first tick comes and then no more. this.every(1000, () => …) goes on until the component ends: look what ends it, or what the tick does only once.'
      },
    },
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
      hint: ({ message }) =>
        message.endsWith(', received 0.')
          ? 'A timer ends with the process it was started in. start() runs once, connected() runs in every process that takes the session up: the timer belongs there.'
          : 'The timer goes on, and the time is wrong. Ask this.now() at every tick: what the old process had counted is old.',
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
          `Expected a tick to take at most 25 bytes on the wire, eight characters and a few bytes around them, received ${tab.bytes}.`,
        )
      }
    },
    {
      hint: ({ files }) =>
        codeOf(files).includes('raw(')
          ? 'What stands in raw(…) is one text to the engine and travels whole, each time. Write the markup in html`…`, and only the time inside the braces.'
          : 'Only what changes may stand inside the braces: a longer text around the time travels whole, each time. Write it in html`…`, outside of them.',
    },
  ),
])

function hintForTime({ message, files }: Failure): string {
  if (message.includes('change no state'))
    return 'The template only shows. Set this.time in start() and at every tick.'
  if (/Expected a function/.test(message))
    return 'Hand over a function that ticks, () => this.tick(). With brackets behind it, this.tick() runs at once and gives nothing.'
  const found = /received “([^”]*)”/.exec(message)?.[1]
  if (found === undefined) return 'The page did not come at all. The sentence above says why.'
  if (/\d:\d\d/.test(found))
    return 'Show hours, minutes and seconds with two digits each: wallTime(this.now()) gives that.'
  if (/NaN|Invalid|undefined/.test(found))
    return 'What stands there is no time. this.now() gives milliseconds, and wallTime() makes a time of them.'
  if (/this\.time\s*=[^=]/.test(codeOf(files)))
    return 'this.time is set, but not when the page is made, or the template does not show it. start() runs before the page: set it there, and write ${this.time} in the template.'
  return 'start() runs before the page is made: set this.time there.'
}

function hintForTick({ message, files }: Failure): string {
  const code = codeOf(files)
  if (!message.endsWith(', received 0.'))
    return 'The page moves, but not by a second each second. Let this.every(1000, () => …) tick, and read the time from this.now() each time.'
  if (/\bset(Interval|Timeout)\(/.test(code))
    return 'A timer of Node’s own changes fields behind the engine’s back. Take this.every(1000, () => …): after each call the engine looks at the page.'
  if (/new Date\(\)|Date\.now\(/.test(code))
    return 'Read the time from this.now(): it is the clock of the session, which the check turns by hand.'
  if (code.includes('this.every('))
    return 'The timer is there. Look where it starts: connected() runs when the page has its socket. Look what it does: it has to set this.time from this.now(), each 1000 milliseconds.'
  if (/\bconnected\s*\(/.test(code))
    return 'connected() runs once. Start a timer in it with this.every(1000, () => …): after each call the engine looks at the page.'
  return 'connected() runs when the page has its socket. Start the timer there, with this.every(1000, () => …): after each call the engine looks at the page.'
}

type Failure = Parameters<Extract<Hint, (failure: never) => string>>[0]

const codeOf = (files: Failure['files'] = {}) => Object.values(files).join('\n')

const DAY = 24 * 60 * 60

/** The time of day that a text shows, in seconds. */
function timeIn(text: string): number {
  const [, hours, minutes, seconds] = /(\d\d):(\d\d):(\d\d)/.exec(text) ?? []
  if (hours && minutes && seconds) {
    return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  }
  throw new Error(
    `Expected a time like 09:41:00 in the page, received “${text.replace(/\s+/g, ' ').trim().slice(0, 80)}”.`,
  )
}

function expectPassed(before: number, after: number, seconds: number) {
  const passed = (after - before + DAY) % DAY
  if (passed === seconds) return
  throw new Error(
    `Expected the page to move on by ${seconds === 1 ? 'one second' : `${seconds} seconds`}, as the server did, received ${passed}.`,
  )
}
