/** Row → clauses that are claimed done, each with the tests that prove it and the place that tells a reader. */

export interface Clause {
  row: string
  clause: string
  /** Found in the title of at least one test each; titles begin with their rows. */
  tests: readonly RegExp[]
  /** A file, and words that stand in it. */
  page: readonly [file: string, words: string]
}

const guide = 'engine/README.md'
const component = 'engine/component/README.md'
const wire = 'engine/protocol/README.md'
const counter = 'lessons/01-counter/lesson.mdx'
const clock = 'lessons/02-clock/lesson.mdx'
const talk = 'lessons/03-button-input/lesson.mdx'
const readme = 'README.md'

export const CLAUSES: readonly Clause[] = [
  {
    row: 'A1',
    clause: 'created, mounting, mounted, updating, unmounted, failed, in order',
    tests: [/^A1 first paint: created, start, template, mounted/, /^A11 a boundary shows/],
    page: [guide, '| created |'],
  },
  {
    row: 'A1',
    clause: 'a hook for each',
    tests: [/^A1 new props: told/, /^A1 first paint: created/, /^A1 what a component started ends/],
    page: [guide, '`mounted()`'],
  },
  {
    row: 'A1',
    clause: 'everything that a component started ends with it',
    tests: [
      /^A1 what a component started ends with it/,
      /^A1 nothing outlives its component/,
      /^A1 the listeners of a component’s driver/,
    ],
    page: [clock, 'When it ends'],
  },
  {
    row: 'A1',
    clause: 'parents, children and siblings in a documented order',
    tests: [
      /^A1 the order of a family’s hooks: mount/,
      /^A1 the order of a family’s hooks: taken up/,
      /^A1 the order of a family’s hooks: a failure/,
    ],
    page: [component, '## The order of hooks'],
  },
  {
    row: 'A1',
    clause: 'props and slots, derived by the parent again at a take-over',
    tests: [/^A1 a slot changes when its parent/, /^A1 a slot stands/, /^A1 slots are derived/],
    page: [component, '## Props and slots'],
  },
  {
    row: 'A1',
    clause: 'values provided down the tree',
    tests: [/^A1 a provided value reaches/, /^A1 a provided value is there again/],
    page: [component, '## Provided values'],
  },
  {
    row: 'A1',
    clause: 'wrong props, keys and payloads are compile errors in words',
    tests: [/^A1 types: /],
    page: [component, 'Props are derived'],
  },
  {
    row: 'A4',
    clause: 'streams: long lists whose rows are sent and forgotten',
    tests: [/^A4 a stream’s rows/, /^A4 A10 a repaint, a take-over/, /^A4 A7 the handler of a row/],
    page: [component, '## Long lists'],
  },
  {
    row: 'A11',
    clause: 'an error boundary with fallback, retry and owner of the fault',
    tests: [
      /^A11 a throw in %s/,
      /^A11 after a handler that failed, retry/,
      /^A11 a fallback that fails/,
    ],
    page: [component, '## When something fails'],
  },
  {
    row: 'A11',
    clause: 'recover',
    tests: [/^A11 recover\(\) shows/],
    page: [component, '`recover`'],
  },
  {
    row: 'A16',
    clause: 'components are loaded when they are needed',
    tests: [/^A16 a component is imported/, /^A16 a take-over waits for the module/],
    page: [component, '**A component when it is needed.**'],
  },
  {
    row: 'A16',
    clause: 'a list costs its session little more than its keys',
    tests: [/^A16 ten thousand rows/],
    page: [component, 'about 300 bytes each'],
  },
  {
    row: 'A22',
    clause: 'asynchronous work with loading, failure, cancel',
    tests: [
      /^A22 a load is loading/,
      /^A22 a load that fails/,
      /^A22 a load ends with its component/,
    ],
    page: [component, '**A value.**'],
  },
  {
    row: 'A2',
    clause: 'every driver write arrives as sent, every read answers',
    tests: [/^A2 A8 driver writes arrive/],
    page: [guide, '## The driver'],
  },
  {
    row: 'A2',
    clause: 'what a driver wrote is painted again after a take-over',
    tests: [/^A9 A10 A13 a server killed/, /^A2 a driver’s write, a commit and a take-over in any/],
    page: [guide, 'painted again'],
  },
  {
    row: 'A2',
    clause: 'the newest of template and driver stands, for each thing by itself',
    tests: [/^A2 the newest of template and driver stands/, /^A2 a value that a driver fills/],
    page: [guide, 'What stands in the page'],
  },
  {
    row: 'A2',
    clause: 'writing over a region that holds slots unmounts it',
    tests: [/^A2 writing over a region/, /^A2 content that a driver wrote stays/],
    page: [guide, '## The driver'],
  },
  {
    row: 'A2',
    clause: 'events of a session in order, one at a time',
    tests: [/^A2 .*(order|one after another)/],
    page: [guide, 'one after another'],
  },
  {
    row: 'A3',
    clause: 'its own template or an HTML file, with regions',
    tests: [/^A3 a file with regions/, /^A3 a layout with a template of its own/],
    page: [guide, '## Layouts'],
  },
  {
    row: 'A3',
    clause: 'two-column and full-width regions, nested mounts',
    tests: [/^A3 two columns and a full-width region/, /^A3 layouts and components stand/],
    page: [guide, 'lv-region'],
  },
  {
    row: 'A3',
    clause: 'message, first-time, interval and destroy handlers',
    tests: [/^A3 A12 what is sent to all layouts/, /^A3 a first time comes once/],
    page: [guide, '`onEventDestroy(id)`'],
  },
  {
    row: 'A3',
    clause: 'a parent’s commit never loses a mounted child or its state',
    tests: [/^A3 a parent’s commit leaves/, /^A3 children with keys/],
    page: [guide, "A parent's commit never touches it"],
  },
  {
    row: 'A4',
    clause: 'compiled once per literal, cached with a bound',
    tests: [/^A4 a literal is compiled once/, /^A4 a program that makes templates without end/],
    page: [guide, 'compiled once'],
  },
  {
    row: 'A4',
    clause: 'keyed lists keep rows',
    tests: [/^A4 rows that change their order are moved/, /^A4 A8 any edits/],
    page: [guide, '| list |'],
  },
  {
    row: 'A4',
    clause: 'conditionals',
    tests: [/^A4 a branch that comes/],
    page: [guide, '| condition |'],
  },
  {
    row: 'A4',
    clause: 'class and style maps, raw',
    tests: [/^A4 .*classes/, /^A17 a style value/, /^A17 raw markup/],
    page: [guide, '| classes, styles |'],
  },
  { row: 'A4', clause: 'mount', tests: [/^A3 a parent/], page: [talk, 'mount('] },
  {
    row: 'A4',
    clause: 'parse errors name file, line, column and what was expected',
    tests: [/^A4 a parse error names/],
    page: [guide, 'file, line and column'],
  },
  {
    row: 'A5',
    clause: 'a valid first paint that needs no script',
    tests: [/^A5 the first paint is complete without script/],
    page: [guide, 'works before any script'],
  },
  {
    row: 'A5',
    clause: 'below a path prefix, with nested paths',
    tests: [/^A5 .*prefix/],
    page: [guide, 'prefix'],
  },
  {
    row: 'A6',
    clause: 'both encodings, both directions',
    tests: [/^A6 whatever is encoded is decoded/, /^A6 the 50 lines drive the counter/],
    page: [wire, '## JSON'],
  },
  {
    row: 'A6',
    clause: 'unknown, malformed and oversized frames get an error frame and cost nothing else',
    tests: [
      /^A6 A17 %s is answered with %s, and the session goes on/,
      /^A6 A17 in binary/,
      /^A17 a message of three megabytes/,
    ],
    page: [wire, '## Errors'],
  },
  {
    row: 'A6',
    clause: 'the version is negotiated',
    tests: [/^A6 .*subprotocol/],
    page: [wire, 'subprotocol'],
  },
  { row: 'A7', clause: 'click', tests: [/^A7 a click is six bytes/], page: [counter, 'lv-click'] },
  {
    row: 'A7',
    clause: 'input, change, submit, keys',
    tests: [/^A7 input, change, submit, keys/],
    page: [guide, '## Events'],
  },
  { row: 'A7', clause: 'focus', tests: [/^A7 focus/], page: [guide, '## Events'] },
  {
    row: 'A7',
    clause: 'drag and drop',
    tests: [/^A7 what is dragged/],
    page: [guide, '## Events'],
  },
  {
    row: 'A7',
    clause: 'pointer and touch',
    tests: [/^A7 a pointer says/],
    page: [guide, '`x`, `y`'],
  },
  {
    row: 'A7',
    clause: 'custom events',
    tests: [/^A7 an event of the page/],
    page: [guide, 'Any DOM event'],
  },
  {
    row: 'A7',
    clause: 'form serialisation and preventDefault',
    tests: [/^A7 a submit stays in the page/],
    page: [guide, 'lv-prevent'],
  },
  {
    row: 'A22',
    clause: 'client commands without a trip',
    tests: [/^A22 client commands/, /^A22 each client command/, /^A22 A10 what a command did/],
    page: [guide, 'lv-do-click'],
  },
  {
    row: 'A7',
    clause: 'hooks',
    tests: [/^A7 a hook lives/, /^A7 a hook’s push/, /^A7 A10 a hook and what stands/],
    page: [guide, 'lv-hook'],
  },
  {
    row: 'A7',
    clause: 'ignored subtrees',
    tests: [/^A7 A10 a hook and what stands in an ignored element/],
    page: [guide, 'lv-ignore'],
  },
  {
    row: 'A7',
    clause: 'viewport enter and leave',
    tests: [/^A7 viewport/],
    page: [guide, 'lv-enter'],
  },
  { row: 'A7', clause: 'debounce', tests: [/^A7 lv-debounce sends/], page: [guide, 'lv-debounce'] },
  { row: 'A7', clause: 'throttle', tests: [/^A7 lv-throttle/], page: [guide, 'lv-throttle'] },
  { row: 'A7', clause: 'key filters', tests: [/^A7 lv-key/], page: [guide, 'lv-key'] },
  ...[
    'setText',
    'setAttr',
    'delAttr',
    'setProp',
    'class',
    'setHTML',
    'insert',
    'move',
    'remove',
    'event',
    'component',
    'unmount',
    'name',
    'drive',
    'read',
  ].map(
    (op): Clause => ({
      row: 'A8',
      clause: `${op}: bytes, JSON, DOM calls`,
      tests: [new RegExp(`^A8 (template and )?${op}\\b`)],
      page: [wire, ` ${op} `],
    }),
  ),
  {
    row: 'A8',
    clause: 'the core client with wasm is at most 8 KB',
    tests: [/^A8 the core client/],
    page: [readme, 'client'],
  },
  {
    row: 'A9',
    clause: 'the queue survives a disconnect, order kept',
    tests: [/^A9 /],
    page: [guide, 'Nothing is lost'],
  },
  {
    row: 'A10',
    clause: 'exponential backoff with full jitter, one socket at a time',
    tests: [/^A10 the wait doubles/, /^A10 full jitter/, /^A10 there is one socket at a time/],
    page: [wire, 'Join and take-over'],
  },
  {
    row: 'A10',
    clause: 'no event lost or applied twice',
    tests: [/^A9 A10 A13 a server killed/, /^A10 an event that is sent again/],
    page: [guide, 'Nothing is lost'],
  },
  {
    row: 'A10',
    clause: 'focus, caret, selection, scroll and typed text stay',
    tests: [/^A9 A10 A13 a server killed/],
    page: [guide, 'what was being typed'],
  },
  {
    row: 'A10',
    clause: 'a visible and announced status',
    tests: [/^A10 a lost connection is said and announced/],
    page: [wire, 'Join and take-over'],
  },
  {
    row: 'A13',
    clause: 'one contract suite for memory and file',
    tests: [/^A13 one change is one line|^A13 a session removed by another/],
    page: ['engine/state/README.md', 'journal'],
  },
  {
    row: 'A13',
    clause: 'a process killed at any point loses no acknowledged event',
    tests: [/^A13 a process killed at any point/],
    page: [guide, 'Nothing is lost'],
  },
  {
    row: 'A17',
    clause: 'nothing reachable that was not rendered',
    tests: [
      /^A17 \$kind, in \$encoding: \$title is answered/,
      /^A17 there are at least 20 kinds of forgeries/,
      /^A17 what another session was shown/,
    ],
    page: [guide, 'what was never rendered for it is `forged`'],
  },
  {
    row: 'A12',
    clause:
      'publish and subscribe between components, layouts, nodes: typed topics, cursors and gaps',
    tests: [
      /^A12 what one session publishes/,
      /^A3 A12 what is sent to all layouts/,
      /^A12 a typed topic is checked/,
    ],
    page: [guide, '## Topics and presence'],
  },
  {
    row: 'A12',
    clause: 'wildcards no wider than a session may see',
    tests: [/^A12 A17 a wildcard is no wider/],
    page: [guide, '`allowTopic'],
  },
  {
    row: 'A12',
    clause: 'presence with join and leave, once for each session, after a grace',
    tests: [/^A12 a session is present once/, /^A12 whose connection is lost leaves/],
    page: [guide, 'stays present for 5 s'],
  },
  {
    row: 'A16',
    clause:
      'one commit a turn, at most one pushed frame in a display frame; an answer goes at once',
    tests: [
      /^A16 what is pushed goes once in each display frame/,
      /^A16 the answer to an event goes/,
    ],
    page: [guide, '**Pace.**'],
  },
  {
    row: 'A16',
    clause:
      'backpressure: bounded memory with a stalled client, newest state, bounded queue with a named error',
    tests: [/^A16 a stalled client bounds/, /^A16 what is no state waits in a bounded queue/],
    page: [guide, '`queue-full`'],
  },
  {
    row: 'A16',
    clause: 'fan-out encodes once for viewers that see the same',
    tests: [/^A16 viewers that see the same/, /^A16 a shared frame is the frame/],
    page: [guide, 'written once'],
  },
  {
    row: 'A16',
    clause: 'template cache with a bound',
    tests: [/^A4 a program that makes templates without end/],
    page: [guide, 'compiled once'],
  },
  {
    row: 'A23',
    clause: 'mount',
    tests: [
      /^A23 props, path, params, locale and identity/,
      /^A3 A23 a layout is visited/,
      /^A23 a component that fails at first paint/,
    ],
    page: [guide, 'A layout is visited like a component'],
  },
  {
    row: 'A23',
    clause: 'events: keys, pointer, drag and drop, forms, focus, any other',
    tests: [
      /^A7 A23 text is typed by label/,
      /^A7 A23 the mouse comes over/,
      /^A7 A23 what is dragged/,
      /^A7 A23 a select with multiple/,
      /^A7 A23 Tab takes the focus/,
      /^A7 A23 any event is fired/,
      /^A22 A23 commands are done at once/,
    ],
    page: [guide, '| do |'],
  },
  {
    row: 'A23',
    clause: 'events keep their order, whatever holds them back',
    tests: [/^A7 A23 a submit waits for no debounce/, /^A7 A23 what is quiet first/],
    page: [guide, '`lv-debounce'],
  },
  {
    row: 'A23',
    clause: 'expectations: by role, state, text and label; state, messages, frames, bytes',
    tests: [
      /^A23 %s is found by its state/,
      /^A23 a role that is not there is answered/,
      /^A23 the state of a child/,
      /^A22 A23 flashes, titles and scripts/,
      /^A23 a click comes back as text/,
    ],
    page: [guide, '| see |'],
  },
  {
    row: 'A23',
    clause: 'two tabs',
    tests: [/^A12 A23 another visitor hears/, /^A12 A23 visits with one bus/],
    page: [guide, '| several tabs |'],
  },
  {
    row: 'A23',
    clause: 'clock in hand',
    tests: [/^A23 time passes only by hand/, /^A7 A23 debounce waits for quiet/],
    page: [guide, '| time |'],
  },
  {
    row: 'A23',
    clause: 'no browser, and what the shipped client makes of each frame',
    tests: [/^A23 %s, in the testing kit/, /^A10 A13 A23 a restarted server/],
    page: [guide, 'only the browser is not there'],
  },
  {
    row: 'A23',
    clause: 'wrong payloads, props and keys are told by the compiler',
    tests: [/^A23 %s is told so that it can be read/],
    page: [guide, '**Types.**'],
  },
  {
    row: 'A23',
    clause: "used by lessons' checks",
    tests: [/^B3 every step that holds/],
    page: [guide, "a lesson's check"],
  },
  {
    row: 'B4',
    clause: "completion and hover from the engine's own types",
    tests: [/^B4 completion and hover/, /^B4 typing lv- in a literal/],
    page: [readme, "engine's own types"],
  },
  {
    row: 'B4',
    clause: 'errors in place',
    tests: [/^B7 a syntax error stands at its line/],
    page: [readme, 'Monaco'],
  },
  { row: 'B4', clause: 'format', tests: [/^B4 Shift\+Alt\+F/], page: [readme, 'Monaco'] },
  { row: 'B4', clause: 'several files', tests: [/^B4 .*(file|tab)/i], page: [readme, 'Monaco'] },
  {
    row: 'B4',
    clause: 'keyboard only, Tab leaves',
    tests: [/^B4 Tab leaves/, /^B12 a reader with a keyboard alone/],
    page: [readme, 'Monaco'],
  },
  {
    row: 'B5',
    clause: 'the running server takes the new code and keeps its state',
    tests: [/^B5 a changed step|^B5 a reader’s edit/],
    page: [counter, 'took over the running session'],
  },
  {
    row: 'B5',
    clause: 'or says why not',
    tests: [/^B5 a field whose initialiser/, /^B5 what a field lost/],
    page: [guide, 'Nothing is lost'],
  },
  {
    row: 'B6',
    clause: 'reload, a second visitor beside the first, a window of its own',
    tests: [/^B6 a reload is a new visit/, /^A12 two previews|^B6 .*second/],
    page: [counter, 'second preview'],
  },
  {
    row: 'B7',
    clause: 'console by run',
    tests: [/^B7 the console has what/],
    page: [readme, 'console'],
  },
  {
    row: 'B7',
    clause: "compile and run-time errors at the reader's line and column",
    tests: [/^B7 a syntax error stands/, /^B7 a thrown error names/],
    page: [readme, 'console'],
  },
  {
    row: 'B7',
    clause: 'whose fault',
    tests: [/^B7 an error that names its owner/, /^B7 a fault without a frame/],
    page: [guide, 'onFault'],
  },
  {
    row: 'B7',
    clause: 'a loop that never yields is named',
    tests: [/^B7 a loop leaves the page alive/],
    page: [readme, 'console'],
  },
  {
    row: 'B10',
    clause: 'a link in the address',
    tests: [/^B10 a link is a version/, /^B10 only what differs/, /^B10 a link never replaces/],
    page: [readme, 'playground'],
  },
  {
    row: 'B11',
    clause: 'shared code does not run before the reader says so',
    tests: [/^B11 a link opens in a fresh profile/],
    page: ['CHANGELOG.md', 'only when you say so'],
  },
  {
    row: 'B11',
    clause: 'limits on size',
    tests: [/^B11 an inflate bomb/],
    page: ['playground/host/README.md', 'imits'],
  },
  {
    row: 'B11',
    clause: "no way to the site's origin",
    tests: [/^B11 a preview reads nothing of the site/],
    page: ['playground/host/README.md', 'origin'],
  },
] // prettier-ignore
