/** What systems of this kind are known to get wrong. */

/** Tag → what goes wrong. The tests that carry the tag show it to be absent here. */
export const DEFECTS: Readonly<Record<string, string>> = {
  'bad-frame': 'one bad frame kills the process',
  'lock-held': 'a lock held while waiting for a client stops everybody',
  'shared-registry': 'one registry shared between connections',
  'stranger-output': 'output written to a stranger’s connection after a reconnect',
  'callable-by-name': 'any method callable by name',
  'unescaped-text': 'user text put into HTML unescaped',
  'wiped-children': 'a parent’s render wipes children, focus and caret',
  'events-out-of-order': 'events out of order',
  'damaged-values': 'empty text, 0, false and numbers damaged on the wire',
  'silent-failures': 'silent failures',
  'reconnect-storm': 'reconnect storms',
  'state-lost': 'a new state after every reconnect',
  'many-sockets': 'several sockets opened while one is connecting',
  'endless-timers': 'timers that never end',
}
