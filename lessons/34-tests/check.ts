/** Do the reader's tests catch the bug, pass on a right timer however it is written, and is theirs one? */
import { html, LiveComponent } from 'telar'
import { byRole, type Check, check, failure, runCheck, type StepTools, step } from 'telar/testing'

export default check([
  step(
    'red-on-the-bug',
    'Your tests fail on the timer with the bug',
    async ({ component }) => {
      const failed = await firstFailed(testsOf(component), WrongTimer)
      if (failed === undefined)
        throw failure`Expected at least one of your tests to fail on the timer with the bug, received only passes.`
    },
    {
      hint: 'Your tests were run on the timer of before, the one with the bug, and it passed: to this bug the suite has nothing to say. If it comes back in half a year, nobody will notice either. A test that has never been red proves only that it can be green. So first write down what the cook did, step by step, and what the display should have said; see it fail; then mend. In the story, time passes and a tab goes away, but no process ends. Look at what the kit has for both.',
    },
  ),
  step(
    'green-on-yours',
    'Your tests pass on your own timer',
    async ({ component }) => {
      const failed = await firstFailed(testsOf(component), subjectOf(component))
      if (failed)
        throw failure`Expected all of your tests to pass on your timer, received a failure: “${failed}”.`
    },
    {
      hint: ({ files = {} }) =>
        /setTimeout|sleep/.test(files['timer-tests.ts'] ?? '')
          ? 'Your test waits in real time, and in a test the clock stands still until somebody moves it: the second that you sleep through never happens for the timer. In tests of the usual kind a sleep does work, most of the time, and makes them slow, and red on a busy day. Here time is in your hand. Each timer runs at its own moment, and two minutes take a blink. Look for the way to advance the clock of a tab.'
          : 'Your test is red, and that is half of the work: it shows the bug on your machine, as often as you like. Now change the timer until the test is green. Whoever counts their own ticks counts too few as soon as a tick is missed, and while no process has the session none is made. If you are sure that your timer is right, look at what the test expects: work out by hand what should be left, second by second.',
    },
  ),
  step(
    'by-what-is-seen',
    'Your tests pass on a right timer that looks different',
    async ({ component }) => {
      const failed = await firstFailed(testsOf(component), OtherTimer)
      if (failed)
        throw failure`Expected your tests to pass on a right timer with other markup, received a failure: “${failed}”.`
    },
    {
      hint: 'A timer that does all that it should failed your test, because its markup is another one: the number is in a paragraph, has a class, or comes in another place. Nobody who boils eggs would notice. A test that looks at elements, classes or fields is red after each change of looks, and people learn to ignore it. Ask for what a visitor can see or hear: the text of the page, a button by its name. Look at how your test finds the time.',
    },
  ),
  step(
    'mended',
    'The timer is right after two minutes in a pocket',
    async ({ component }) => {
      const failed = await firstFailed(POCKET, subjectOf(component))
      if (failed)
        throw failure`Expected the timer to be right after a while without its page, received: “${failed}”.`
    },
    {
      hint: 'Your tests are green and the timer is still wrong in a case that they do not have: it was started, the tablet lay in a pocket for longer than a minute, and then it should have rung or shown less. After a minute without a tab the engine stores the session and lets it go, so that nothing ticks until someone comes back. What survives is state. Look at which number would still be true when it is read hours later, and at what happens in connected().',
    },
  ),
])

const testsOf = (component: unknown) => (component as { tests: Check }).tests
const subjectOf = (component: unknown) => (component as { subject: StepTools['component'] }).subject

/** What the first failing test says. */
async function firstFailed(tests: Check, component: StepTools['component']) {
  for await (const { state, message } of runCheck(tests, { component })) {
    if (state === 'failed') return message ?? ''
  }
  return undefined
}

const POCKET = check([
  step('shows-less', 'It shows what is left', async ({ visit }) => {
    const tab = await visit()
    await tab.click(byRole('button', { name: 'Five minutes' }))
    await tab.disconnect()
    await tab.clock.advance(150_000)
    await tab.reconnect()
    if (!tab.text().includes('2:30'))
      throw failure`Expected 2:30 to be left of five minutes, received “${tab.text()}”.`
  }),
  step('rings-late', 'It rings although nobody was there', async ({ visit }) => {
    const tab = await visit()
    await tab.click(byRole('button', { name: 'One minute' }))
    await tab.clock.advance(1000)
    await tab.disconnect()
    await tab.clock.advance(130_000)
    await tab.reconnect()
    if (!tab.text().includes('ready'))
      throw failure`Expected the eggs to be ready, received “${tab.text()}”.`
  }),
])

class WrongTimer extends LiveComponent {
  left = 0
  news = ''

  connected() {
    this.subscribe<string>('rings', (news) => {
      this.news = news
    })
    this.every(1000, () => this.tick())
  }

  begin(minutes: number) {
    this.left = minutes * 60
    this.news = ''
  }

  tick() {
    if (this.left === 0) return
    this.left -= 1
    if (this.left === 0) this.publish('rings', 'The eggs are ready.')
  }

  getTemplate() {
    return html`<h1>Kitchen timer</h1>
      <output>${clock(this.left)}</output>
      <button lv-click=${() => this.begin(1)}>One minute</button>
      <button lv-click=${() => this.begin(5)}>Five minutes</button>
      <p role="status">${this.news}</p>`
  }
}

class OtherTimer extends WrongTimer {
  endsAt = 0

  override connected() {
    this.tick()
    super.connected()
  }

  override begin(minutes: number) {
    super.begin(minutes)
    this.endsAt = this.now() + minutes * 60_000
  }

  override tick() {
    if (this.left === 0) return
    this.left = Math.max(0, Math.ceil((this.endsAt - this.now()) / 1000))
    if (this.left === 0) this.publish('rings', 'The eggs are ready.')
  }

  override getTemplate() {
    return html`<main class="timer">
      <div role="status">${this.news}</div>
      <div class="buttons">
        <button lv-click=${() => this.begin(5)}>Five minutes</button>
        <button lv-click=${() => this.begin(1)}>One minute</button>
      </div>
      <p class="time"><b>${clock(this.left)}</b></p>
    </main>`
  }
}

const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
