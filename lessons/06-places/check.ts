/** Do the four kinds of places follow the state: the count, the bar, the button and the box with three looks? */
import { byRole, check, failure, type Hint, type Query, step, type Tab } from 'telar/testing'

export default check([
  step(
    'counts-things',
    'The page says how many things are on the tray',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(box(/coffee/i))
      if (!numbersIn(tab).includes(1))
        throw failure`Expected the page to say that ${1} thing is on the tray, received “${short(tab)}”.`
    },
    {
      hint: 'A press on the box of a thing has to put it on the tray, and the page has to say how many there are. It did so at first. Look at whether each box still has its handler, whether the handler changes the list in the state, and whether the text in the page comes from that list and not from a fixed number.',
    },
  ),
  step(
    'order-when-chosen',
    'The button can be pressed when something is on the tray, and only then',
    async ({ visit, component }) => {
      const tab = await visit(component)
      if (!isDisabled(tab))
        throw failure`Expected a button that can’t be pressed while nothing is on the tray, received one that can.`
      await tab.click(box(/coffee/i))
      if (isDisabled(tab))
        throw failure`Expected a button that can be pressed once something is on the tray, received a disabled one.`
      await tab.click(order)
      if (!isDisabled(tab))
        throw failure`Expected a button that can’t be pressed after the tray was sent, received one that can.`
    },
    {
      hint: ({ message }) =>
        message.includes('a disabled one')
          ? 'Something is on the tray, and nobody can press the button. To the browser, an attribute such as disabled is either there or not there, and what it says does not matter: the word false makes a button as grey as any other word would. To take it away, give the place the value false, without quotes, which leaves no attribute at all.'
          : 'With an empty tray the button should be grey, and it can be pressed. The attribute has to be there when there is nothing to order and be gone otherwise, so it needs a place in the template, and a condition in the braces. Compare the number of things with 0, and hand over the result of the comparison.',
      play: [
        { press: 'Coffee' },
        { look: 'Order' },
        { say: 'There is something to order. Can the button be pressed?' },
      ],
    },
  ),
  step(
    'bar-follows',
    'The bar shows how full the tray is',
    async ({ visit, component }) => {
      const tab = await visit(component)
      for (const [many, name] of [/coffee/i, /jam/i].entries()) {
        await tab.click(box(name))
        if (!tab.has(barAt(many + 1)))
          throw failure`Expected a bar at ${many + 1} of 3, received “${barIn(tab)}”.`
      }
    },
    {
      hint: 'The count in the text moves and the bar does not. A bar is an element that says its length by an attribute, and in your template there is a fixed number there, in quotes. So it is part of what never changes. Put braces in the place of the number, and in them the same count as in the text.',
      play: [
        { press: 'Coffee' },
        { press: 'Jam' },
        { say: 'Two of three are on the tray. The bar should say so.' },
      ],
    },
  ),
  step(
    'everything-half',
    'The box for everything is half ticked when some things are chosen',
    async ({ visit, component }) => {
      const tab = await visit(component)
      if (tab.has(half))
        throw failure`Expected the box “Everything” to be empty at first, received a half ticked one.`
      await tab.click(box(/coffee/i))
      if (!tab.has(half))
        throw failure`Expected the box “Everything” to be half ticked with ${1} thing on the tray, received one that is not.`
      await tab.click(box(/coffee/i))
      if (tab.has(half))
        throw failure`Expected the box “Everything” to be empty again, received a half ticked one.`
    },
    {
      hint: ({ files }) =>
        /indeterminate/.test(codeOf(files)) && !/\.indeterminate/.test(codeOf(files))
          ? 'Your template writes an attribute, and no browser looks for one of that name. Being half ticked is something that only the element itself knows, as a property, and HTML has no word for it. A property is set from a script, never by markup. In a template, a dot before the name says that you mean the property.'
          : 'Some things are on the tray, so the box for everything is neither ticked nor empty. A checkbox has a third look for that, and only a property of the element can switch it on: there is no attribute for it. Write the name of the property with a dot before it, and give it the condition: more than none, fewer than all.',
      play: [
        { press: 'Coffee' },
        { look: 'Everything' },
        { say: 'One of three: this box should be half ticked.' },
      ],
    },
  ),
  step(
    'everything-at-once',
    'A press on everything chooses all, another one none',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(box(/everything/i))
      if (tab.has(half))
        throw failure`Expected the box “Everything” to be fully ticked with all ${3} things on the tray, received a half ticked one.`
      if (!(tab.checked(box(/jam/i)) && tab.has(barAt(3))))
        throw failure`Expected all ${3} things to be ticked after a press on “Everything”, received “${short(tab)}”.`
      await tab.click(box(/everything/i))
      if (tab.checked(box(/jam/i)) || !tab.has(barAt(0)))
        throw failure`Expected an empty tray after a second press on “Everything”, received “${short(tab)}”.`
    },
    {
      hint: ({ message }) =>
        message.includes('fully ticked')
          ? 'Every thing is on the tray, and the box still says half. A half ticked box looks the same whether it is ticked or not, so a property that is true too often hides the tick. There are three cases: none, some and all. Look at the condition of the property, and ask what it gives when the number of things is the greatest.'
          : 'The box for everything has a handler like the others: it changes the list in the state, to all things or to none, and each box shows whether its thing is in the list. Look at what the handler does when all things are chosen already, and at whether each of the three boxes has its checked place.',
    },
  ),
  step(
    'everything-follows',
    'The box for everything follows when a thing is taken off again',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(box(/everything/i))
      await tab.click(box(/bread/i))
      if (tab.checked(box(/everything/i)) || !tab.has(half))
        throw failure`Expected the box “Everything” to be half ticked after one of ${3} was taken off, received one that is not.`
      await tab.click(box(/bread/i))
      if (!tab.checked(box(/everything/i)))
        throw failure`Expected the box “Everything” to be ticked with all ${3} things on the tray, received one that is not.`
    },
    {
      hint: 'The box shows the right thing until a visitor presses it, and no longer follows the state from then on. A box that has been pressed belongs to the visitor: what the markup said about its first state no longer counts. You need a place that sets the state the box has now. Look at the name before the braces: one name says how a box begins, another one how it is now.',
      play: [
        { press: 'Everything' },
        { press: 'Bread' },
        { look: 'Everything' },
        { say: 'Bread is off the tray. So this box can’t be fully ticked.' },
      ],
    },
  ),
])

const box = (name: RegExp) => byRole('checkbox', { name })

const order = byRole('button', { name: /order/i })

const half: Query = {
  looksFor: 'a half ticked box for everything',
  find: ({ root }) =>
    [...root.querySelectorAll('input')].filter(
      (input) =>
        input.indeterminate &&
        /everything/i.test(input.closest('label')?.textContent ?? input.ariaLabel ?? ''),
    ),
}

const bars = 'meter, progress, [role=meter], [role=progressbar]'

const lengthOf = (bar: Element) => bar.getAttribute('value') ?? bar.getAttribute('aria-valuenow')

const barAt = (length: number): Query => ({
  looksFor: `a bar at ${length}`,
  find: ({ root }) =>
    [...root.querySelectorAll(bars)].filter((bar) => Number(lengthOf(bar)) === length),
})

const isDisabled = (tab: Tab) => tab.has('button:disabled')

const barIn = (tab: Tab) => /(?:value|aria-valuenow)="(\d+)"/.exec(tab.html())?.[1] ?? 'no bar'

const numbersIn = (tab: Tab) => (tab.text().match(/\d+/g) ?? []).map(Number)

const short = (tab: Tab) => tab.text().replace(/\s+/g, ' ').trim().slice(0, 80)

type Failure = Parameters<Extract<Hint, (failure: never) => string>>[0]

const codeOf = (files: Failure['files'] = {}) => Object.values(files).join('\n')
