/** Does the reader's decoder read frames of texts as the client does? */
import { byRole, check, failure, type StepTools, step } from 'telar/testing'

export default check([
  step(
    'a-digit',
    'Seven bytes say that place 2 is “8”',
    async ({ visit }) => {
      await reads(visit, '11 07 03 01 04 01 38', [2, '8'])
      await reads(visit, '11 07 03 01 0e 01 33', [7, '3'])
    },
    {
      hint: ({ message }) =>
        /Place NaN|Place -/.test(message)
          ? 'The place is a number and you read it as something else. Nothing in front of the texts is written in letters: a place, a length and an op are not letters but plain numbers in bytes, and only the block at the end is text. That is why a place costs one byte where an id like order-line-17 would cost thirteen, in every message. Read the byte itself, and then undo the zigzag of the lesson.'
          : 'Your place is twice the number that it should be, or another one that the byte holds as it is. Places are written as differences, which may be negative, so they are folded: 0 is 0, -1 is 1, 1 is 2, -2 is 3, 2 is 4. An even number is half of itself, an odd one lies below zero. The text is right already. Look at the place that your decoder reports for the first frame and at the table of the lesson.',
      play: [{ press: 'A digit' }, { look: 'What it says, by your decoder' }],
    },
  ),
  step(
    'two-places',
    'Two changes: place 5, then place 3',
    async ({ visit }) => {
      await reads(visit, '11 08 06 01 0a 01 01 03 02 39 31 30', [5, '9'], [3, '10'])
      await reads(
        visit,
        '11 08 09 01 02 01 01 02 01 01 02 01 61 62 63',
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
      )
    },
    {
      hint: 'The first place is right and a later one is not. A frame gives each place as the difference from the place before it, because changes are mostly neighbours and a small step needs only one byte, wherever in a long page it happens. Only the first one counts from 0. An odd number is a step back: 3 is two places back, not one. Look at what your decoder keeps from one change to the next.',
      play: [{ press: 'Two places' }, { look: 'What it says, by your decoder' }],
    },
  ),
  step(
    'an-answer',
    'A frame that answers a press',
    async ({ visit }) => {
      await reads(visit, '13 09 04 03 01 04 01 39', [2, '9'])
      await reads(visit, '11 09 03 01 04 01 39', [2, '9'])
    },
    {
      hint: 'This frame answers a press, and says which one in a byte of its own, after the number of the frame. A tick of the clock answers nothing and has no such byte. So the bytes are not always at the same distance from the front: the first one, the flag byte, says what follows. Its bit 1, the one worth 2, means that an answer is there. Compare 11 with 13 in binary, and look which byte your decoder takes for the length of the ops.',
      play: [{ press: 'An answer' }, { look: 'What it says, by your decoder' }],
    },
  ),
  step(
    'far-away',
    'Numbers above 127',
    async ({ visit }) => {
      await reads(visit, '11 ac 02 04 01 c8 01 01 37', [100, '7'])
      await reads(visit, '13 ff 01 05 05 01 80 89 7a 01 37', [1_000_000, '7'])
      const long = 'x'.repeat(200)
      const bytes = Array.from(long, () => '78').join(' ')
      await reads(visit, `11 05 04 01 04 c8 01 ${bytes}`, [2, long])
    },
    {
      hint: 'Small numbers are right and larger ones are not. A byte holds a number up to 127 and keeps its eighth bit to say whether more of the number follows; the next byte holds the next seven bits, which are worth 128 times as much. Every number in a frame is written like that: the number of the frame, the length of the ops, places, lengths of texts. Only flags, answer and op are single bytes. Look at ac 02, which is 300, and at what your decoder makes of it.',
      play: [{ press: 'Far away' }, { look: 'What it says, by your decoder' }],
    },
  ),
  step(
    'accents',
    'Texts that are not ASCII',
    async ({ visit }) => {
      await reads(
        visit,
        '10 0a 06 01 04 05 01 02 02 43 61 66 c3 a9 2e 31 32',
        [2, 'Café.'],
        [3, '12'],
      )
    },
    {
      hint: 'Letters with accents come out as two strange ones, or everything after them is shifted. The block is UTF-8, in which é takes two bytes, while the length of a text counts letters as JavaScript does. So a text can’t be cut out by counting bytes. The client turns the whole block into one string first, with one call for the frame, and cuts the string. Look at where your decoder goes from bytes to text, and how often.',
      play: [{ press: 'Accents' }, { look: 'What it says, by your decoder' }],
    },
  ),
])

async function reads(
  visit: StepTools['visit'],
  hex: string,
  ...said: [place: number, text: string][]
) {
  const tab = await visit()
  await tab.fill(byRole('textbox'), hex)
  const shown = tab.text(byRole('list')).replace(/\s*\n\s*/g, ', ')
  const wanted = said.map(([place, text]) => `Place ${place} says “${text}”`).join(', ')
  if (shown !== wanted) {
    throw failure`Expected the frame ${short(hex)} to say: ${short(wanted)}. Received: ${short(shown)}.`
  }
}

const short = (text: string) => (text.length > 90 ? `${text.slice(0, 90)}…` : text)
