/** `npm run slow-store [-- --seed S]`: the tests of sessions over a store that answers after 0 to 20 ms and fails 1 % of the time. */
import { installPackages, prepareChromium } from './prepare.mjs'
import { createTally } from './tally.mjs'

const FOLDERS = ['session', 'component', 'driver', 'layout', 'server', 'testing', 'defects']

/** Files that are not run over it, and why. */
const FILES_LEFT_OUT = {
  'server/failing-store': 'has failing stores of its own and counts their failures',
  'testing/settled': 'the same',
  'session/group-commit': 'holds the writes of a store of its own',
  'server/two-processes': 'runs processes of their own over a store in a folder',
  'server/validated': 'reads the log line by line, and a store that fails is in it',
  'server/first-paints': 'turns the clock by which a server tries a store again by hand',
  'session/checksum': 'says which frame is which, and two more tell that the store waits and works',
  'driver/any-order': 'makes thousands of turns at random: a minute of waiting',
  'session/shared-frames': 'has 1,000 sessions make many turns: over a minute of waiting',
  'session/topic-loop': 'stores 10,000 turns, one after the other: minutes of waiting',
  'testing/chromium': 'compares what a page does in two browsers; the store is the same in both',
}

/** Tests that are not run over it, and why. */
const TESTS_LEFT_OUT = {
  'events that come in one piece are answered by one frame, which acknowledges them all':
    'each event is stored before the next one runs, so only a prompt store has them all at once',
  'a refusal among events that come in one piece is told with the answers of the others':
    'the same',
  'a hello is answered with a welcome, and a click with its op and acknowledgement':
    'spells out every message, and two more tell that the store waits and works',
  'a click on the counter comes back in eight bytes': 'the same',
  'debug: errors are told to the tab in full, without it a visitor gets none of the program’s words':
    'the same',
  'first paints that nobody joins are let go, the oldest first':
    'turns the clock by which a server tries a store again by hand',
  'the order of a family’s hooks: mount, update, unmount':
    'turns that wait behind a write are stored and shown together, so one hook tells of several',
  'a flood is read no faster than the page allows, and nothing of it is refused or lost':
    'measures the time in which a prompt store takes 80 events',
  'a stalled client bounds the server’s buffers, stops nobody, and gets one diff to the newest state':
    'needs 2,000 frames, and turns that wait behind a write are stored and shown together',
}

installPackages()
prepareChromium()

const at = process.argv.indexOf('--seed')
const tally = createTally()
const titles = Object.keys(TESTS_LEFT_OUT)
const files = FOLDERS.map((folder) => `test/${folder}/`)
tally.vitest(files, {
  env: { STORE: 'slow', ...(at > 0 && { STORE_SEED: process.argv[at + 1] }) },
  words: [
    ...Object.keys(FILES_LEFT_OUT).map((name) => `--exclude=test/${name}.test.ts`),
    `--testNamePattern=^(?!(.* )?(${titles.join('|')})$)`,
  ],
  leftOut: titles,
})
const { passed, failed } = tally.close()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
