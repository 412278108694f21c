/** Does the page follow the server's clock without anyone touching it, and say when the bus leaves? */
import { check, failure, type Hint, step } from 'telar/testing'

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
    {
      hint: hintForTick,
      play: [{ wait: 3000 }, { say: 'Three seconds have passed. Has the time moved?' }],
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
    {
      hint: ({ files }) =>
        codeOf(files).includes('this.after(')
          ? 'The first tick comes and no second one. A timer that you start with this.after fires once and is done; it is meant for a single moment, such as the end of an auction. A clock needs the other kind, which fires again and again until the component ends. You give it the milliseconds and a function.'
          : 'It ticks at first and then stops, or it ticks at the wrong pace. A timer of the engine goes on by itself for as long as the component lives, and its function does the same thing each time. Look for what ends the timer, for the number of milliseconds, and for something that the tick does only the first time.',
    },
  ),
  step(
    'after-a-restart',
    'Another server process takes over and it goes on',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.reconnect({ restarted: true })
      const before = timeIn(tab.text())
      await tab.clock.advance(2000)
      expectPassed(before, timeIn(tab.text()), 2)
    },
    {
      hint: ({ message }) =>
        / 0\.$/.test(message)
          ? 'The page was there before, so start() does not run again: its work is done and stored. But the process that held your timer has ended, and the timer with it. Something has to start a timer in each process that takes over the session. Of the two moments in this lesson, look for the one that comes again.'
          : 'The timer goes on in the new process, and the time is wrong. Then the page shows something that was counted in the old process, or stored by it, and in the meantime the real time has moved. A clock that counts is right only as long as nothing happens to it. Let each tick ask what time it is now.',
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
      hint: 'While the network was away, ticks were missed, and your clock has lost the seconds that they stood for. It adds a second on each tick, so it is right only if no tick is ever late or left out. Timers promise neither. Do not count the ticks: let each one ask the clock of the session what time it is.',
      play: [
        { cut: 4000 },
        { wait: 6000 },
        { say: 'Four seconds without a network. The clock should be right again by now.' },
      ],
    },
  ),
  step(
    'few-bytes',
    'A tick costs 25 bytes at most',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.clock.advance(1000)
      if (tab.bytes > 25) {
        throw failure`Expected a tick to bring at most ${25} bytes, received ${tab.bytes}.`
      }
    },
    {
      hint: ({ files }) =>
        codeOf(files).includes('raw(')
          ? 'The page is right, but each tick carries far more than a time. What is in raw(…) is one single text to the engine. It can’t tell the heading from the time, so when a character differs, all of it travels. Write the markup in html`…`, and put only what changes inside the braces.'
          : 'The page is right, but each tick carries more than it needs. The engine compares what is inside each pair of braces, and when a character differs, the whole text between them travels. So a long sentence with a time in it travels as a sentence. Keep the words outside of the braces and only the changing value inside.',
    },
  ),
  step(
    'next-bus',
    'The page says how many seconds are left until the next full minute',
    async ({ visit, component }) => {
      const tab = await visit(component)
      for (const wait of [5000, 17_000, 45_000]) {
        await tab.clock.advance(wait)
        const left = 60 - (timeIn(tab.text()) % 60)
        if (!numbersBeside(tab.text()).includes(left))
          throw failure`Expected the page to say that ${left} seconds are left, received “${short(tab.text())}”.`
      }
    },
    {
      hint: ({ message }) =>
        numbersBeside(message.slice(message.indexOf('received'))).length > 0
          ? 'There is a number beside the time, and it is not what is left of the minute. Two things that tick apart drift apart: a number that is counted down on its own knows nothing of the minute it belongs to. The seconds left follow from the time that is shown, so work them out in the view, as the till did with its total.'
          : 'The clock is right, but nothing says yet when the bus leaves. It leaves at each full minute, so the seconds that are left follow from the time on the page. That makes the number something to show, not something to remember. Work it out in the view, from the same field, and put it into a sentence.',
    },
  ),
])

function hintForTime({ message }: Failure): string {
  if (message.includes('change no state'))
    return 'The view sets the time while the page is made. But a view may only read: it runs for the engine’s own purposes too, and a view that changes state would make the page depend on how often somebody looks. Set the field in start() and on each tick, and let the view show what the field holds.'
  if (/Expected a function/.test(message))
    return 'A timer needs a function that it can call later, each time it fires. With parentheses after its name the method is called at once, while the timer is being set up, and the timer gets what it returns, which is nothing. Wrap the call in an arrow function, so that it runs when the timer fires.'
  return 'A visitor should see a time like 09:41:00 as soon as the page arrives, even before the page has its connection. What is in the first page is what start() has put into the fields. Look at whether a field is set there, whether wallTime gets milliseconds, and whether the view shows that field.'
}

function hintForTick({ message, files }: Failure): string {
  const code = codeOf(files)
  if (/\bset(Interval|Timeout)\(/.test(code))
    return 'The field changes each second, on the server, and the page does not hear of it. A timer of Node calls your function behind the engine’s back, so nobody makes the template again and nobody compares. You need a timer that the engine knows: the component has a method for it, and after each of its calls the engine looks.'
  if (/new Date\(\)|Date\.now\(/.test(code))
    return 'The timer fires, and the time that it reads is not the one that the check moves by hand. A component has a clock of its session, which in real life is the same as the clock of the machine. Only that one can be stopped, moved and replayed. Ask the component for the time, not the machine.'
  if (/this\.every\(/.test(code))
    return 'There is a timer, and a second later the page is not a second further on. Either it fires at another pace, or its function does not put a new time into the field that the view shows. Look at the milliseconds, then at what the function does each time, and then at whether the view reads that field.'
  if (!/ 0\.$/.test(message))
    return 'The page moves without being touched, but not by a second each second. Let the timer fire every 1000 milliseconds, and let its function read the time again instead of adding something to what was there. Then the page is right even when a tick comes a little late.'
  return 'The page shows the time at which it was made, and nothing moves it on. When the page has its connection, the engine calls connected(), and that is the moment for a timer. Start one there that fires every second and sets the field, with the method of the component that this lesson shows.'
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
  throw failure`Expected a time like 09:41:00 in the page, received “${short(text)}”.`
}

function expectPassed(before: number, after: number, seconds: number) {
  const passed = (after - before + DAY) % DAY
  if (passed === seconds) return
  throw failure`Expected the page to move on by as many seconds as the server did, ${seconds}, received ${passed}.`
}

/** The whole numbers in a text besides its time of day. */
const numbersBeside = (text: string) =>
  (text.replace(/\d\d:\d\d:\d\d/, ' ').match(/\d+/g) ?? []).map(Number)

const short = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 80)
