/** What the elements of a lesson say in English. */
import type { ElementWords } from './words.ts'

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

export const elements: ElementWords = {
  predict: {
    name: 'Predict',
    say: 'That is my prediction',
    bytes: 'Bytes',
    frames: 'Frames',
    text: 'Text',
    mark: 'Mark in the preview',
    marking: 'Marking: press what will change in the preview, or choose here.',
    markHow: 'Mark what will change, in the preview or in the list that opens here.',
    marked: (count) =>
      count === 0 ? 'Nothing is marked' : `${many(count, 'element', 'elements')} marked`,
    noElements: {
      away: 'The preview isn’t running, so there is nothing to mark. The list comes once it runs.',
      asked: 'Asking the preview what it shows…',
      silent:
        'The preview doesn’t answer, so there is nothing to mark. Reload it: the list comes then.',
      empty: 'The preview shows nothing that could be marked. Look there for what is wrong.',
    },
    run: 'Run',
    said: 'You said:',
    now: (press) => `Now press ${press} in the preview.`,
    nowType: (text, into) => `Now type ${text} into ${into}.`,
    nowWait: (seconds) => `Now watch the wire for ${many(seconds, 'second', 'seconds')}.`,
    press: 'Press it',
    type: 'Type it',
    watch: 'Watch now',
    measuring: 'Measuring…',
    mixed: 'Your new code took over at that moment, so nothing could be measured. Once more:',
    toWorkspace: 'The preview isn’t running yet: see the workspace',
    truth: {
      ops: 'What came back:',
      bytes: 'What came back:',
      up: 'What left the page:',
      frames: 'What came:',
      elements: 'What changed:',
      text: 'The page says:',
    },
    right: 'As you said.',
    other: 'Not what you said.',
    otherCode: (answer) =>
      `The text speaks of other code than yours at the moment: with that it is ${answer}.`,
    again: 'Measure again',
    afresh: 'Predict again',
    nothing: 'nothing',
    bytesOf: (count) => many(count, 'byte', 'bytes'),
    framesOf: (count) => many(count, 'frame', 'frames'),
    first: 'First a prediction',
    passAnyway: 'Let it through anyway',
    close: 'Close',
    showAnswer: 'Show the answer',
    hideAnswer: 'Hide the answer',
  },
  scrub: {
    latency: 'The way to the server and back takes',
    constant: (name, file) => `${name} in ${file}`,
    missing: (name, file) => `${file} has no const ${name} with a number now.`,
  },
  frame: {
    down: 'The last frame from the server',
    up: 'The last message from your page',
    noDown: 'Do something in the preview: the frame that comes back is drawn here.',
    noUp: 'Do something in the preview: the message that leaves is drawn here.',
  },
  steps: {
    next: (at, of) => `Show step ${at} of ${of}`,
    all: 'Show all steps',
  },
}
