/** Does a call reach the line of news of every board, and leave everything else on it alone? */
import { type Act, byLabel, byRole, check, failure, step, type Tab } from 'telar/testing'

export default check([
  step(
    'news-everywhere',
    'A call appears in the line of news of every board',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      if (!tab.has(NEWS)) {
        throw failure`Expected a line of news, an element with the role ${'status'}, received “${said(tab)}”.`
      }
      await ring(tab, 'Water for table 2')
      expectNews(tab, 'Water for table 2')
      if (news(other) !== 'Water for table 2') {
        throw failure`Expected another visitor’s line of news to say “${'Water for table 2'}”, received “${news(other)}”.`
      }
    },
    {
      hint: ({ message }) => {
        if (message.includes('with the role')) return NO_LINE
        return message.includes('another visitor') ? AT_HOME : NOT_HEARD
      },
    },
  ),
  step(
    'news-leaves-the-rest',
    'News leaves the rest of the board as it is',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await other.fill(byRole('textbox', { name: 'Note', nth: 0 }), 'extra bread')
      await ring(tab, 'Water for table 2')
      const text = other.text()
      if (!text.includes('extra bread') || !other.has(byRole('button', { name: 'Ring' }))) {
        throw failure`Expected the note and the calls to stay when news comes, received “${said(other)}”.`
      }
      await ring(other, 'Child at table 7')
      expectNews(tab, 'Child at table 7')
    },
    {
      hint: ({ message }) => (message.includes('to say') ? ADDED : WIPED),
      play: [
        { type: 'extra bread', into: 'Note' },
        { visitor: 2 },
        { press: 'Ring' },
        { visitor: 1 },
        { say: 'The second visitor rang. What is left of the first one’s board?' },
      ],
    },
  ),
  step(
    'news-are-text',
    'News is shown as it was typed',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await ring(tab, '<h2>Kitchen closed</h2>')
      if (news(other) !== '<h2>Kitchen closed</h2>') {
        throw failure`Expected the news as it was typed, tags included, received “${news(other)}”.`
      }
    },
    { hint: () => MARKUP, play: tags() },
  ),
  step(
    'later-visitor-begins-empty',
    'Whoever opens the board later begins with an empty line',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await ring(tab, 'Water for table 2')
      const later = await tab.another()
      if (news(later) !== '') {
        throw failure`Expected an empty line of news for a visitor who comes later, received “${news(later)}”.`
      }
    },
    { hint: () => OLD },
  ),
  step(
    'line-is-wiped',
    'After a minute the line is empty',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await ring(tab, 'Water for table 2')
      await tab.clock.advance(60_000)
      for (const board of [tab, other]) {
        if (news(board) !== '') {
          throw failure`Expected an empty line of news after a minute, received “${news(board)}”.`
        }
      }
    },
    { hint: () => NOT_WIPED },
  ),
])

const NEWS = byRole('status')

const NO_LINE =
  'The board has no line of news yet. Make it a layout. Its HTML says what goes where: a region for the columns, one for the calls, and an empty paragraph for the news. That paragraph has an id, to drive it by, and `role="status"`, so that screen readers read out what appears there. The columns move into a component of their own.'
const AT_HOME =
  'The one who rang sees the news, and nobody else does. What a component keeps or draws is its own visitor’s. To reach the others you need somebody who sits on every board and listens, and that is the layout: send the text to all layouts, and let each of them write it where its own board shows it.'
const NOT_HEARD =
  'There is a line for the news, and the call did not get there. Two things have to meet: the component that takes the call sends it to all layouts, in the handler; and the layout has a method for what comes in, `onEventIn`, which drives the element of the news by its id. Compare the id in the HTML with the one in the driver’s call.'
const WIPED =
  'The news came, and the board was gone, with its notes and its calls. The layout wrote into its own root: everything that was in there was taken out, components and all, and they ended. The news has an element of its own. Drive that one by its id, and the regions beside it will never hear of it.'
const ADDED =
  'The second call was added to the first one, so the line of news grows with each ring and nobody can tell what is new. A driver can add something to an element, or put something in the place of what is there. News is the second kind: what was called before is old, and whoever needs it finds it in the list of calls.'
const MARKUP =
  'A waiter typed a tag, and every board in the house obeyed it. A driver has two ways to write into an element: one takes markup and lets it do what it says, the other takes text and shows it. What came from a person goes the second way, above all when it is sent to everybody.'
const OLD =
  'A visitor who has heard nothing was greeted with an old call. It must have been kept where all visitors meet: a variable of the module, which exists once in the process, while there is one layout for each visitor. Leave the news to the element that shows them, or to a field of the layout.'
const NOT_WIPED =
  'A minute has passed and the line still says what it said. A layout can do something at an interval: in its constructor, `onEventTime` takes milliseconds and a function, and each visitor’s layout then runs it by itself, for as long as it lives. You don’t have to stop anything. Emptying the line is writing an empty text into it.'

function tags(): Act[] {
  return [
    { type: '<h2>Kitchen closed</h2>', into: 'Call' },
    { press: 'Ring' },
    { say: 'This is on every board now.' },
  ]
}

async function ring(tab: Tab, text: string) {
  await tab.fill(byLabel(/^call$/i), text)
  await tab.click(byRole('button', { name: 'Ring' }))
}

function expectNews(tab: Tab, text: string) {
  if (news(tab) !== text) {
    throw failure`Expected the line of news to say “${text}”, received “${news(tab)}”.`
  }
}

const news = (tab: Tab) => (tab.has(NEWS) ? tab.text(NEWS).trim() : said(tab))

const said = (tab: Tab) => tab.text().replace(/\s+/g, ' ').slice(0, 120)
