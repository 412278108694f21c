/** Does the guest book show what strangers type, and nothing more than that? */
import { byLabel, byRole, check, failure, type Hint, type StepTools, step } from 'telar/testing'

export default check([
  step(
    'words-stay-words',
    'What a visitor types never becomes a part of the page',
    async (tools) => {
      const tab = await signed(tools, { name: '<mark>Ada</mark>', text: 'Hi.<h2>All is lost</h2>' })
      if (tab.has(byRole('heading', { name: 'All is lost' })))
        throw failure`Expected the words of a visitor to stay words, received a heading in the page that says “${'All is lost'}”.`
      if (tab.has('mark'))
        throw failure`Expected the name of a visitor to stay text, received an element <${'mark'}> in the page.`
    },
    {
      hint: hintForMarkup,
      play: [
        { press: 'A stranger signs' },
        { say: 'A stranger has put a heading of their own into your page.' },
        { look: 'The hut is closed' },
      ],
    },
  ),
  step(
    'shown-as-typed',
    'Nothing that was typed is lost or altered',
    async (tools) => {
      const text = 'Ice <3, rope > 20 m & <b>boots</b>'
      const tab = await signed(tools, { name: 'Ada', text })
      if (!tab.text().includes(text))
        throw failure`Expected the page to say “${text}”, as it was typed, received “${said(tab.text(), 'Ice')}”.`
    },
    { hint: hintForAltered },
  ),
  step(
    'links-lead-to-pages',
    'The name links to a page, never to a script',
    async (tools) => {
      const good = await signed(tools, { name: 'Ada', site: 'https://example.org/ada' })
      if (!good.html().includes('href="https://example.org/ada"'))
        throw failure`Expected a link to ${'https://example.org/ada'} after a visitor gave that page, received none.`
      for (const site of ['javascript:alert(1)', ' JavaScript:alert(1)']) {
        const tab = await signed(tools, { name: 'Eve', site })
        if (/href="\s*javascript:/i.test(tab.html()))
          throw failure`Expected no link that runs a script, received one to “${site}”.`
      }
      const quoted = await signed(tools, { name: 'Eve', site: 'https://x.example" title="mine' })
      if (quoted.has('[title=mine]'))
        throw failure`Expected an address to stay inside its attribute, received a new attribute ${'title'} beside it.`
    },
    {
      hint: hintForLinks,
      play: [
        { press: 'A stranger signs' },
        { look: 'A stranger' },
        { say: 'A press on this name runs what the stranger wrote.' },
      ],
    },
  ),
  step(
    'values-not-markup',
    'What a visitor types travels as a value, not inside of markup',
    async (tools) => {
      const typed = { name: 'Ada', site: 'https://example.org/ada', text: 'North wind' }
      const tab = await signed(tools, typed)
      const markup = tab.frames.flatMap(({ ops }) =>
        ops.flatMap((one) => (one.op === 'setHTML' ? one.html : [])),
      )
      for (const words of Object.values(typed)) {
        if (markup.some((html) => html.includes(words)))
          throw failure`Expected “${words}” to reach the page as a value, received it inside of markup.`
      }
    },
    {
      hint: 'The page looks right, but what people typed still reaches it as markup, by way of raw(…). There your own code has to know every character and every address that could do harm, today and after the next change. The engine does that for each place of a template, and never forgets one. Write the link and the words as elements in html`…`, with the values in their places, and take raw out of the row.',
    },
  ),
  step(
    'lines-stay',
    'Two lines are shown as two lines',
    async (tools) => {
      const tab = await signed(tools, { name: 'Ada', text: 'North wind\nClear sky' })
      const isTwoLines = tab
        .text()
        .split('\n')
        .some((line) => line.trim() === 'North wind')
      const look = tab.html() + Object.values(tools.files ?? { css: 'white-space: pre' }).join('\n')
      const isKept =
        tab.html().includes('North wind\nClear sky') &&
        /white-space(-collapse)?:\s*(pre|break-spaces)|<pre/.test(look)
      if (!isTwoLines && !isKept)
        throw failure`Expected “${'North wind'}” and “${'Clear sky'}” on a line each, received both on one.`
    },
    {
      hint: 'In HTML a line break in a text counts as a space, so two lines run into one. That is a matter of looks, and the text itself is fine: it still holds the break. A rule in the style sheet can ask the browser to respect it: look up the values of white-space. Or split the text where the breaks are and give each line an element of its own in the template, with the line as its value.',
      play: [{ look: 'Two nights of snow.' }, { say: 'This was typed as two lines.' }],
    },
  ),
])

function hintForMarkup({ message, files }: Failure): string {
  if (/received an array/.test(message))
    return 'The engine can’t show what your row returns, so no page comes, and nothing can be signed. The sentence above says what it found and in which line. In a template, a list holds one html`…` for each of its items: a text and an element together belong into one literal, and an array inside a list is more than it takes. Look at the place where you split the words into lines.'
  if (message.includes('the name of a visitor'))
    return 'The name goes into the page as markup, so whoever signs can bring elements of their own. Look at what is inside raw(…): the whole link is glued together as a text there, and the engine has to take it as it is. An element written in html`…` is yours, with places for the address and the name. What goes into a place is only ever a value, whatever characters it has.'
  if (/raw\([^)]*\\n/.test(codeOf(files)))
    return 'The function raw(…) is here for the line breaks, and it lets everything else in as well: the browser reads the whole text as markup, a heading or a form as well as the <br>. It can’t be used by halves: with raw, you vouch for every character. Show the text as a plain value in the template, and leave the line breaks to the style sheet or to elements that you write yourself.'
  return 'A visitor typed angle brackets, and the browser made an element of them. That happens where a text reaches the page as markup: inside raw(…), or in markup that you glue together yourself. Find the place in the row where the words are shown. A value in html`…` is always text, so the brackets stay brackets. Line breaks need no markup: see the last part of the lesson.'
}

function hintForAltered({ message, files }: Failure): string {
  if (message.includes('&lt;') || message.includes('&amp;'))
    return 'The text is escaped twice: once by your code and once by the template, so the visitor reads the names of the characters instead of the characters. A value in html`…` needs no preparation. It is text to the browser from the start, and it travels as it was typed. Remove what you do to it before it goes into the template.'
  if (/replace(All)?\(\s*\/</.test(codeOf(files)))
    return 'The pattern throws away whatever is between two brackets, harmless words too: somebody wrote about ice and a rope, and half of the sentence is gone. A filter has to guess what is meant badly, and it guesses wrong in both directions. Keep what was typed, all of it, and show it as text: as a value in the template it can do no harm.'
  return 'Some of the characters that were typed are missing or altered. Keep the text as it came: the list of notes is state, and state holds what the visitor wrote. Only the way it is shown decides whether it can do harm, and a value in html`…` can’t. Look for what your code does to the text between the form and the row, and leave that out.'
}

function hintForLinks({ message, files }: Failure): string {
  if (message.includes('received none'))
    return 'A harmless address has to work as a link: the name of a visitor who gave a page leads there. Look at the row. If it decides which addresses are fine, see that it lets those through that begin with https:// or http://. The address is a value of the attribute href, written as href=${…} in the template, without raw and without quotes of your own.'
  if (codeOf(files).includes('raw('))
    return 'An address that runs a script has no bracket and no quote in it, so escaping leaves it as it is: it is dangerous because of what it means in this place. What is glued together inside raw(…) is a text to the engine, which can’t see that there is a link. Write the element in html`…` with the address as the value of href: then the engine knows the position and looks at the address.'
  return 'The address of a link is more than a text: what begins with javascript: is a program, and a press on the link runs it in the page of whoever reads the guest book. Let the engine see that it is an address: write it as the value of href in the template. Or decide for yourself, and link only what begins with https:// or http://.'
}

type Failure = Parameters<Extract<Hint, (failure: never) => string>>[0]

const codeOf = (files: Failure['files'] = {}) => Object.values(files).join('\n')

/** The page after a visitor has signed. */
async function signed({ visit, component }: StepTools, { name = '', site = '', text = '' }) {
  const tab = await visit(component)
  await tab.fill(byLabel('Your name'), name)
  await tab.fill(byLabel('Your page'), site)
  await tab.fill(byLabel('Your words'), text)
  await tab.click(byRole('button', { name: 'Sign' }))
  return tab
}

/** The line with this word, of a whole page. */
const said = (text: string, word: string) =>
  text.split('\n').find((line) => line.includes(word)) ?? text.replace(/\s+/g, ' ').slice(0, 80)
