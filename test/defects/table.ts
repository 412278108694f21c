/** What systems of this kind are known to get wrong, and the tests that show it to be absent here. */

interface Defect {
  defect: string
  /** Titles of tests, to the letter. */
  tests: readonly string[]
}

const FORGED =
  'A17 $kind, in $encoding: $title is answered with $code, and nothing else happens' as const
const KILLED =
  'A9 A10 A13 a server killed under a tab loses no click; focus, caret, typed text, scroll and rows stay' as const

export const DEFECTS: readonly Defect[] = [
  {
    defect: 'one bad frame kills the process',
    tests: [
      FORGED,
      'A6 A17 %s is answered with %s, and the session goes on',
      'A6 A17 in binary %s is answered with %s, and the socket stays',
    ],
  },
  {
    defect: 'a lock held while waiting for a client stops everybody',
    tests: ['defect: a session that waits for its tab stops no other'],
  },
  {
    defect: 'one registry shared between connections',
    tests: [
      'A17 what another session was shown, in %s, is forged in this one',
      'defect: what happens in one tab is in no other',
    ],
  },
  {
    defect: 'output written to a stranger’s connection after a reconnect',
    tests: [
      'A10 a second connection takes the session, and the first is told',
      'defect: what was meant for a tab that left reaches it when it is back, and nobody else',
    ],
  },
  {
    defect: 'any method callable by name',
    tests: [FORGED, 'A17 there are at least 20 kinds of forgeries and 100 of them'],
  },
  {
    defect: 'user text put into HTML unescaped',
    tests: [
      'A17 text in an element stays text: %s',
      'A17 text beside text stays text: %s',
      'A17 text in an attribute stays its value: %s',
      'A17 text in a field stays its value: %s',
      'A17 text is never written as markup through the property %s',
      'A17 an svg fragment is escaped like any other',
      'A17 a key is escaped in its marker',
      'A17 raw markup is the only way to markup, and says so',
      'A17 scripts in markup that a frame brings do not run',
    ],
  },
  {
    defect: 'a parent’s render wipes children, focus and caret',
    tests: [
      'A3 a parent’s commit leaves children their state, and they change on their own',
      'A10 a row that moves keeps focus, selection and scroll',
      KILLED,
    ],
  },
  {
    defect: 'events out of order',
    tests: [
      'A2 events of a session run in order, one after another, also when a handler waits',
      'A9 A10 what is clicked without a connection is sent once, in order, when there is one',
      // Events that a pace holds back, in the client and in the kit.
      'A7 lv-debounce sends the last value only, and before whatever comes after it',
      'A7 A23 a submit waits for no debounce, and what was typed is heard before it',
    ],
  },
  {
    defect: 'empty text, 0, false and numbers damaged on the wire',
    tests: [
      'A2 A8 driver writes arrive as they were sent, and reads answer with what stands in the page',
      'A8 setText carries an empty text',
      'A7 input carries its value, an empty one too, and a checkbox what it is',
      'A2 empty text, 0, false, null and 1.75 come back as they were',
    ],
  },
  {
    defect: 'silent failures',
    tests: [
      FORGED,
      'A11 a boundary shows its fallback for a failed %s, the rest of the page lives, and retry brings it back',
      'A7 A17 what a schema refuses, in %s, is an acknowledged event, an error frame and a log line, and changes nothing',
    ],
  },
  {
    defect: 'reconnect storms',
    tests: [
      'A10 full jitter spreads a crowd of tabs over the whole wait',
      'A10 the wait doubles with each attempt and ends at 30 s',
    ],
  },
  {
    defect: 'a new state after every reconnect',
    tests: [
      'A1 a reconnect calls nothing again, a restarted server calls connected() and not start()',
      'A13 A10 a killed process loses no acknowledged click, and the next one paints the page anew',
    ],
  },
  {
    defect: 'several sockets opened while one is connecting',
    tests: ['A10 there is one socket at a time, however often the network says that it is back'],
  },
  {
    defect: 'timers that never end',
    tests: [
      'A16 a tab that leaves takes nothing with it: no timer is left',
      'A1 nothing outlives its component: timers, topics, presence, loads',
    ],
  },
]
