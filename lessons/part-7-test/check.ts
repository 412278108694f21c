/** Does the count survive processes, cuts and a deploy, and does a stalled tab stay small? */
import { html, LiveComponent } from 'telar'
import { byRole, check, failure, type StepTools, step, type Tab, visit } from 'telar/testing'

export default check([
  step(
    'survives',
    'The sacks are still counted when another process goes on',
    async ({ visit }) => {
      const tab = await visit()
      for (let sack = 0; sack < 3; sack += 1) await tab.click(button('Sack'))
      await tab.reconnect({ restarted: true })
      sacks(tab, 3)
      const other = await tab.another()
      sacks(other, 0)
    },
    {
      hint: 'Another process takes over the session, and the sacks are at zero, or another visitor finds them counted. What a process can put back is what was written down: the ordinary fields of your component. A private field, a closure or a variable of the module is none. Look at where the number is kept. Lesson 31 had the same with orders.',
    },
  ),
  step(
    'pressed-without-a-line',
    'A press without a connection counts once',
    async ({ visit }) => {
      const tab = await visit()
      await tab.click(button('Sack'))
      await tab.disconnect()
      await tab.click(button('Sack'))
      await tab.click(button('Sack'))
      await tab.clock.advance(90_000)
      await tab.reconnect({ restarted: true })
      sacks(tab, 3)
    },
    {
      hint: 'Somebody pressed while the connection was cut, and the sum is not right when the connection is back. The client keeps presses and sends them by number, so each arrives once, whichever process answers. If some are missing, your code starts again when a process takes over the session: connected() runs then, and it must not set what is kept. Lesson 30 is about this.',
    },
  ),
  step(
    'old-session',
    'Sessions of the older code keep their boxes',
    async ({ component }) => {
      let current: StepTools['component'] = Before
      const tab = await visit(() => new current())
      for (let box = 0; box < 4; box += 1) await tab.click(button('Box'))
      current = component
      await tab.reconnect({ restarted: true })
      sacks(tab, 4)
      await tab.click(button('Sack'))
      await tab.reconnect({ restarted: true })
      sacks(tab, 5)
    },
    {
      hint: 'Before your change the count was called boxes, and sessions of that time are still open. A stored field comes back by its name alone, so the class has to know the old name too, and whoever takes over the session moves what is in it, once: a value that has arrived must also leave the old field. Look at what is added each time that a process takes over. Lesson 32 had the same with notes.',
    },
  ),
  step(
    'stalled',
    'A tab that was away catches up with 1500 weights in 200 bytes',
    async ({ visit }) => {
      const tab = await visit()
      const away = await tab.another()
      await away.disconnect()
      for (let times = 0; times < 5; times += 1) await tab.click(button('Weigh 300 times'))
      if (!tab.messages.some(({ kind }) => kind === 'pushed'))
        throw failure`Expected a tablet that is there to be told “${'weighed'}”, received nothing of the kind.`
      await away.reconnect()
      if (!/Weighed 1500 times/.test(away.text()))
        throw failure`Expected all ${1500} weights to be counted, received “${away.text()}”.`
      if (!/21 kg/.test(away.text()))
        throw failure`Expected the newest weight, ${21} kg, received “${away.text()}”.`
      if (away.bytes > 200)
        throw failure`Expected at most ${200} bytes to catch up, received ${away.bytes}.`
      const size = JSON.stringify(away.state).length
      if (size > 500) throw failure`Expected at most ${500} characters of state, received ${size}.`
    },
    {
      hint: ({ message }) =>
        message.includes('to be told')
          ? 'A tablet that is there is no longer told that something was weighed. It is true that these pushes were most of what piled up for a tablet that is away, but what the program did before it should still do. There is a push that gives way to a newer one of its name. Lesson 33 had the same with the clicks of a meter.'
          : 'One tab was away while the scale went on, and what was meant for it piled up: in a queue that ends at a thousand, or in a list that grows with each weight. A weight is a value, of which the newest counts; the number of weights is a sum; what is pushed is a moment, and of ten that were missed one is enough. Lesson 33 had the same with ovens.',
    },
  ),
])

const button = (name: string) => byRole('button', { name })

function sacks(tab: Tab, count: number) {
  const shown = Number(/(\d+) sacks/.exec(tab.text())?.[1])
  if (shown !== count) throw failure`Expected ${count} sacks, received “${tab.text()}”.`
}

class Before extends LiveComponent {
  boxes = 0

  add() {
    this.boxes += 1
  }

  getTemplate() {
    return html`<h1>Goods in</h1>
      <p>${this.boxes} boxes <button lv-click=${this.add}>Box</button></p>`
  }
}
