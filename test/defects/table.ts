/** What systems of this kind are known to get wrong, and the tests that show it to be absent here. */

export interface Defect {
  defect: string
  /** Found in the title of at least one test each. */
  tests: readonly RegExp[]
}

export const DEFECTS: readonly Defect[] = [
  {
    defect: 'one bad frame kills the process',
    tests: [/^A17 \$kind, in \$encoding/, /^A6 A17 %s is answered with %s/, /^A6 A17 in binary/],
  },
  {
    defect: 'a lock held while waiting for a client stops everybody',
    tests: [/^defect: a session that waits for its tab stops no other/],
  },
  {
    defect: 'one registry shared between connections',
    tests: [
      /^A17 what another session was shown/,
      /^defect: what happens in one tab is in no other/,
    ],
  },
  {
    defect: 'output written to a stranger’s connection after a reconnect',
    tests: [
      /^A10 a second connection takes the session/,
      /^defect: what was meant for a tab that left reaches it when it is back/,
    ],
  },
  {
    defect: 'any method callable by name',
    tests: [/^A17 \$kind, in \$encoding/, /^A17 there are at least 20 kinds/],
  },
  { defect: 'user text put into HTML unescaped', tests: [/^A17 .*escaped/, /^A17 raw markup/] },
  {
    defect: 'a parent’s render wipes children, focus and caret',
    tests: [/^A3 a parent’s commit leaves children/, /^A9 A10 A13 a server killed/],
  },
  { defect: 'events out of order', tests: [/^A2 events of a session run in order/, /^A9 A10 /] },
  {
    defect: 'empty text, 0, false and numbers damaged on the wire',
    tests: [
      /^A2 A8 driver writes arrive/,
      /^A8 setText carries an empty text/,
      /^A7 input carries/,
    ],
  },
  {
    defect: 'silent failures',
    tests: [/^A17 \$kind, in \$encoding/, /^A11 a boundary shows/],
  },
  { defect: 'reconnect storms', tests: [/^A10 full jitter/, /^A10 the wait doubles/] },
  {
    defect: 'a new state after every reconnect',
    tests: [/^A1 a reconnect calls nothing again/, /^A13 A10 a killed process/],
  },
  {
    defect: 'several sockets opened while one is connecting',
    tests: [/^A10 there is one socket at a time/],
  },
  {
    defect: 'timers that never end',
    tests: [/^A16 a tab that leaves takes nothing/, /^A1 nothing outlives its component/],
  },
]
