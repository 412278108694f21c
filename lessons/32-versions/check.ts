/** Does the newer board show many notes, and the note of a session that the older one began? */
import { html, LiveComponent, type LiveEvent } from 'telar'
import { byRole, check, failure, type StepTools, step, type Tab, visit } from 'telar/testing'

export default check([
  step(
    'lines-add-up',
    'A second note appears below the first',
    async ({ visit }) => {
      const tab = await visit()
      await save(tab, 'Salt is out')
      await save(tab, 'Oven two is slow')
      says(tab, 'Salt is out', 1)
      says(tab, 'Oven two is slow', 1)
      if (!tab.has(byRole('listitem')))
        throw failure`Expected a list with an item for each note, received none.`
    },
    {
      hint: ({ message, files = {} }) =>
        /function|=>/.test(message) || /\(\) =>[^`]*\}\)/.test(files['board.ts'] ?? '')
          ? 'There is a function in the state, inside a note. State is written down and may be read by a process of tomorrow, with other code: data can be written, a function can’t, because it is tied to the code and the variables around it. The engine refuses it by name and undoes what the handler did. Otherwise the function would be lost without a word. Keep in the state what the note says, and put what can be done with it into a method or a function beside the class.'
          : 'The board of before had one note, and a new one replaces it. Now each note is a line of its own: a second one appears below the first, in a list. So the field has to hold several texts, and the handler adds one to them. Look at what save does with what was there, and at how the template shows it. What becomes of the old field is the next question; leave it in sight until then.',
      play: [
        { type: 'Salt is out', into: 'Note' },
        { press: 'Save' },
        { type: 'Oven two is slow', into: 'Note' },
        { press: 'Save' },
      ],
    },
  ),
  step(
    'lasts',
    'The notes stay when another process takes over',
    async ({ visit }) => {
      const tab = await visit()
      await tab.click(byRole('button', { name: 'One more' }))
      await save(tab, 'Salt is out')
      await tab.reconnect({ restarted: true })
      says(tab, 'Salt is out', 1)
      if (!tab.text().includes('1 served'))
        throw failure`Expected “1 served” after the restart, received “${tab.text()}”.`
    },
    {
      hint: 'The notes are gone as soon as another process takes over the session, which happens at each deploy, each crash and each change of your code. connected() runs in every process that takes over a session, after the stored fields were put back, so whatever it sets again wipes what was kept. It may look for something old and move it. It must leave alone what is new already. Look at what your connected() does when there is nothing to move.',
    },
  ),
  step(
    'old-note-stays',
    'The note of a session from before the deploy is still there',
    async ({ component }) => {
      const { tab, deploy } = await before(component)
      await save(tab, 'Call the fishmonger')
      await tab.click(byRole('button', { name: 'One more' }))
      await deploy()
      says(tab, 'Call the fishmonger', 1)
      if (!tab.text().includes('1 served'))
        throw failure`Expected “1 served” after the deploy, received “${tab.text()}”.`
      await save(tab, 'Salt is out')
      says(tab, 'Call the fishmonger', 1)
      says(tab, 'Salt is out', 1)
    },
    {
      hint: ({ files = {} }) =>
        /\bnote[^=\n]*=\s*\[/.test(files['board.ts'] ?? '')
          ? 'The field has its old name and is of another kind now: it was a text, and your class begins it as a list. The engine does not guess what a text should mean as a list. It starts the field afresh and says so in the console, because a list that holds a text by mistake would fail much later, somewhere else. Give the new thing a new name, and let the old field keep its kind until it has been moved. Look at how the two fields begin.'
          : 'Somebody wrote a note, you deployed, and the note is gone. A stored field finds its way back by its name: what your class does not declare any more is not put back, however well you know that it has only been renamed. So the old name has to stay in the class for a while, with a value to begin with that says “nothing there”, and whoever takes over the session moves what it finds. Look at which hook runs in each process, after the fields are filled in.',
    },
  ),
  step(
    'moved-once',
    'It is moved once, and an empty one is no line',
    async ({ component }) => {
      const { tab, deploy } = await before(component)
      await save(tab, 'Call the fishmonger')
      await deploy()
      await tab.reconnect({ restarted: true })
      await tab.reconnect({ restarted: true })
      says(tab, 'Call the fishmonger', 1)
      const other = await before(component)
      await other.deploy()
      if (other.tab.has(byRole('listitem')))
        throw failure`Expected no line from an empty note, received “${other.tab.text()}”.`
    },
    {
      hint: 'The old note is moved again by every process that comes after, or an empty one became an empty line. The hook that moves it runs each time that a process takes over the session, and it finds the old field as full as before, since nobody has emptied it. A move has two halves: the text arrives in the new place, and it leaves the old one, both in the same turn, so that they are stored together or not at all. Look at what the old field holds after the move.',
    },
  ),
])

async function save(tab: Tab, note: string) {
  await tab.fill(byRole('textbox'), note)
  await tab.click(byRole('button', { name: 'Save' }))
}

function says(tab: Tab, note: string, times: number) {
  const found = tab.text().split(note).length - 1
  if (found === times) return
  throw failure`Expected “${note}” ${times} times in the page, received ${found}: “${tab.text()}”.`
}

/** A session that the board of before has begun. `deploy` lets the reader's go on with it. */
async function before(component: StepTools['component']) {
  let current: StepTools['component'] = BoardBefore
  const tab = await visit(() => new current())
  return {
    tab,
    async deploy() {
      current = component
      await tab.reconnect({ restarted: true })
    },
  }
}

class BoardBefore extends LiveComponent {
  served = 0
  note = ''

  serve() {
    this.served += 1
  }

  save({ form }: LiveEvent) {
    this.note = String(form?.note ?? '').trim()
  }

  getTemplate() {
    return html`<h1>Orders</h1>
      <p>${this.served} served <button lv-click=${this.serve}>One more</button></p>
      <h2>For the next shift</h2>
      <p>${this.note}</p>
      <form lv-submit=${this.save}>
        <label>Note <textarea name="note"></textarea></label>
        <button>Save</button>
      </form>`
  }
}
