/** Cause and cure of every error code, in English. */
import type { CauseAndCure, ErrorCode } from '../../../reference/error-codes.ts'

export const errors: Record<ErrorCode, CauseAndCure> = {
  'template-syntax': {
    cause:
      'A template does not parse: a tag or an attribute is not closed, an element that is not void closes itself, or a program makes more than 20,000 different templates.',
    cure: 'Correct the markup at the file, line and column that the message names. Put what changes into `${…}` instead of building markup from text.',
  },
  'template-nesting': {
    cause:
      'An element stands where HTML’s parser would close, move or drop it: a `<div>` in a `<p>`, a `<tr>` without a `<tbody>`, a closing tag that closes nothing.',
    cure: 'Move the element, or change the one around it. The rule also holds across literals, lists and components, so look at the place that shows this template.',
  },
  'template-place': {
    cause:
      'A value stands where none can: in a tag or attribute name, in `<script>` or `<style>`, in a comment, or by itself in a start tag without being a field of a form.',
    cure: 'Write `name=${…}` for an attribute, choose between two whole templates for another element, and give a script its data in a `data-` attribute.',
  },
  'template-value': {
    cause:
      'A value does not fit its place: a promise, a class or a plain object as text, something that is no function at `lv-click`, rows of a list that are not templates, or CSS that would end its declaration.',
    cure: 'Convert the value first. For a handler write the method without `()`; for a list use `each(items, key, (item) => …)`.',
  },
  'template-key': {
    cause: 'Two items of one `each()` have the same key, or a key is neither text nor a number.',
    cure: 'Return something from the key function that identifies the item: its id, and not its position or its name.',
  },
  'component-detached': {
    cause:
      'A component that is not part of a page was asked for something of its session: in its constructor, after it was unmounted, or because it was made by `new`.',
    cure: 'Start timers and subscriptions in `connected()`. Show children with `mount(Child)`, and in tests use `visit(Component)`. Write `load()`, `stream()` and `form()` in fields.',
  },
  'component-view': {
    cause: '`getTemplate()` has returned a promise, since it is `async` or awaits something.',
    cure: 'Load data in `start()`, in a handler or with `load()`, keep it in a field, and show the field.',
  },
  'component-impure': {
    cause:
      'A view has changed state while it ran: it sorts a list in place, calls a method that changes a field, or calls `commit()`, `publish()`, `after()` or `every()`.',
    cure: 'Change state in a handler, in `start()` or in a timer. Copy a list before you sort it: `[...this.items].sort()`. In production a changed field is not reported; on pages with `debug`, in tests and in lessons it is.',
  },
  'component-twice': {
    cause:
      'One `mount()` is used in two places or in another run than the one that made it, two children of a parent have the same key, or a row of a stream holds a component.',
    cure: 'Call `mount()` in the template, once for each child, and give children of one class their own `key`. Rows with components need `each()` over a list.',
  },
  'component-default': {
    cause:
      'A component class was expected and something else came: nothing, because an export is missing or imports form a circle, or a class without `getTemplate()` or `getDriver()`.',
    cure: 'Pass the class itself, as in `mount(Counter)`, and let it extend `LiveComponent`. If it is undefined, look at the import.',
  },
  'component-provide': {
    cause: '`this.provide()` was called outside of `getTemplate()`.',
    cure: 'Keep the value in a field and call `this.provide(key, this.field)` in `getTemplate()`, so that it is provided again after each change.',
  },
  'component-import': {
    cause: 'The module of a `lazy()` has no component class as its default export.',
    cure: 'Add the default export, or choose another one: `lazy(() => import(…).then((module) => module.Chart))`.',
  },
  'component-shared': {
    cause:
      'A view with `static sharedView = true` does something that is one visitor’s alone: it has an arrow as handler, mounts a component, or asks for the session, the time or a stream.',
    cure: 'Write handlers as methods that read `event.dataset`, and keep what is shown in fields. If the view differs for each visitor, remove `sharedView`.',
  },
  'component-guard': {
    cause: 'A guard has returned a promise.',
    cure: 'Ask the database in `authenticate`, which may wait, and decide in the guard by `session.identity`.',
  },
  'handler-not-function': {
    cause:
      'A handler, a timer or a subscription was given something that is no function, mostly the result of a call: `lv-click=${this.add()}`.',
    cure: 'Write the method without `()`: `lv-click=${this.add}`, or an arrow: `lv-click=${() => this.add(3)}`.',
  },
  'handler-schema': {
    cause: 'The first argument of `validated()` does not follow Standard Schema.',
    cure: 'Pass a schema of zod, valibot, arktype or another library that has `~standard`.',
  },
  'read-not-found': {
    cause:
      'A driver reads an element whose id is not in the page: it is spelt otherwise, or was rendered in this turn and is not there yet.',
    cure: 'Check the id. If the element is new, call `this.commit()` before you read.',
  },
  'read-timeout': {
    cause:
      'The tab has not answered a driver’s read within 5 s (`limits.readWait`), or its connection closed.',
    cure: 'Catch the error and go on without the value, or read again later. The server can’t know what a closed tab shows.',
  },
  'read-refused': {
    cause:
      'The tab could not read what the driver asks for, for example a property that throws or can’t be sent.',
    cure: 'Read something that JSON can carry, such as a text or a number.',
  },
  'address-invalid': {
    cause:
      '`patch()`, `navigate()` or `redirect()` was given an address that is no path of this site and does not begin with `https:` or `http:`, such as `javascript:` or `//other.example`.',
    cure: 'Write a path, as in `/users?page=2`. Never pass on an address from a visitor without a check.',
  },
  'address-elsewhere': {
    cause:
      '`patch()` was given an address of another page, or `patch()` or `navigate()` was called before the first view is shown.',
    cure: 'Use `this.navigate(url)` for another page. In `start()` write `throw redirect(url)`.',
  },
  'address-loop': {
    cause:
      '`paramsChanged()` calls `this.patch()`, which calls `paramsChanged()`, and so on without an end.',
    cure: 'Call `this.patch(url)` only if `url` differs from `this.url`.',
  },
  'input-refused': {
    cause:
      'What a visitor has sent does not match the schema of `validated()`, or an address does not match the schema of its page. The handler did not run and nothing has changed.',
    cure: 'Nothing has to be mended in the program. If honest input is refused, widen the schema; `error.issues` has its words. For messages beside fields use `form()`.',
  },
  'guard-refused': {
    cause: 'The guard of a page or a component did not return `true`, or it threw.',
    cure: 'If the visitor should be let in, look at what `authenticate` returns and what the guard asks of `session.identity`; only `true` counts, so a forgotten `return` refuses everybody.',
  },
  'form-name': {
    cause: 'A name of a field is no path: it is empty, has empty keys, or closes no bracket.',
    cure: 'Join keys by dots and write places of a list in brackets: `address.city`, `items[0].count`.',
  },
  'form-element': {
    cause:
      '`field()` stands in a tag that is no field, in a field for files or a button, or `message()` in an element that can’t show text.',
    cure: 'Put `field(name)` into `<input>`, `<select>` or `<textarea>`, and `message(name)` into a `<p>` or a `<span>`. Files can’t be part of a form.',
  },
  'form-schema': {
    cause: 'The first argument of `form()` does not follow Standard Schema.',
    cure: 'Pass a schema of zod, valibot, arktype or another library that has `~standard`.',
  },
  'form-detached': {
    cause: 'A form is used that is no field of a mounted component.',
    cure: 'Write `signUp = form(schema)` in the class, not in a handler and not at the top of the module.',
  },
  'form-handler': {
    cause: '`submit()` of a form was given something that is no function.',
    cure: 'Write `submit(this.save)`, without `()` behind `save`.',
  },
  redirect: {
    cause: 'The program has thrown `redirect(url)`. That is no failure: nothing is undone.',
    cure: 'There is nothing to mend. If it shows up in a log of yours, let the outcome pass on instead of catching it.',
  },
  'not-found': {
    cause: 'The program has thrown `notFound()`. That is no failure: nothing is undone.',
    cure: 'There is nothing to mend. `errorPages[404]` says what visitors see.',
  },
  forbidden: {
    cause: 'The program has thrown `forbidden()`. That is no failure: nothing is undone.',
    cure: 'There is nothing to mend. `errorPages[403]` says what visitors see.',
  },
  'layout-name': {
    cause: 'The name of a layout is not 1 to 60 letters, digits, `-` and `_`.',
    cure: 'Rename the layout. The name is the address that `sendToLayouts()` uses.',
  },
  'layout-file': {
    cause: 'The HTML file of a layout could not be read.',
    cure: "Give a path relative to the folder in which the program starts, or `new URL('./layout.html', import.meta.url)`.",
  },
  'layout-region': {
    cause:
      'A component was given for a region that the layout’s HTML does not have, a region has the same name as another, or its element is not empty.',
    cure: 'Add `lv-region="name"` to an empty element, or correct the name in `components`.',
  },
  'layout-source': {
    cause: 'A layout was given both `html` and `file`, or neither.',
    cure: 'Pass one of the two.',
  },
  'layout-unserved': {
    cause:
      '`sendToAllLayouts()` or `sendToLayouts()` was called in a process that serves no pages.',
    cure: 'Call it after `serve()` or `createHandler()`.',
  },
  'topic-invalid': {
    cause: 'A topic is empty, too long, or has an empty segment.',
    cure: 'Write segments with colons between them, as in `room:7`.',
  },
  'pattern-invalid': {
    cause:
      'A pattern of `subscribe()` has a `*` as its first segment, or beside other letters of a segment.',
    cure: 'Let `*` stand for one whole segment behind the first: `room:*`.',
  },
  'topic-refused': {
    cause: '`allowTopic` has refused this session the topic.',
    cure: 'If the session may use it, correct `allowTopic` in the options of `serve()`. It is asked for each topic that a pattern hears.',
  },
  'topic-loop': {
    cause:
      'A listener publishes what leads back to it: to its own topic, or to one whose listeners publish to its topic. 10,000 messages have followed from one.',
    cure: 'Publish in a handler, and only change state in the listener. If a listener has to answer, let it answer on another topic, or only until there is nothing more to say.',
  },
  'message-unsendable': {
    cause:
      'A published message holds something that can’t be sent: a function, an instance of a class, a promise.',
    cure: 'Send plain data, with the same types that state may have.',
  },
  'queue-full': {
    cause:
      'More than 1,000 messages that are no state (`push`, `flash`, driver writes and reads) wait for a tab that takes nothing (`limits.queue`). The last call is not sent.',
    cure: 'Show it from state, which is never queued, or push with `{ newest: true }`.',
  },
  'mailbox-full': {
    cause:
      'More than 1,000 bus messages wait for their turn in a session (`limits.mailbox`), since one of its handlers holds them up. The newest message is lost.',
    cure: 'Do slow work in `load()` or beside the session, so that no handler waits for long.',
  },
  'handler-failed': {
    cause:
      'A handler, a timer, a hook or a view threw something without a code of its own. What it had changed was taken back.',
    cure: 'Read the message and the stack, which name component and handler. On a page with `debug` the tab is told them too; a `fallback()` shows the visitor something better.',
  },
  'state-unstorable': {
    cause:
      'A field holds something that can’t be stored: a function, a symbol, a promise, an instance of a class. The turn was taken back.',
    cure: 'Keep plain data in fields. Make instances where they are used, or keep them in a `#private` field, which is not state.',
  },
  'state-too-large': {
    cause:
      'The state of one component takes more than 1 MB (`limits.stateBytes`). The turn was taken back.',
    cure: 'Keep in fields only what the page must remember, and load the rest with `load()` or `stream()`.',
  },
  'state-unreadable': {
    cause:
      'A stored component could not be decoded: it is damaged, or another version has written it.',
    cure: 'The component starts from its initial state, so nothing has to be done. `onReset` is told the fields; increase `version` of the page when stored state no longer fits.',
  },
  'session-fenced': {
    cause: 'Another process has taken the session over, so this one may no longer write it.',
    cure: 'Nothing: the tab goes on there, and the session ends here. If it comes often, see that a proxy sends a visitor to the same process.',
  },
  'session-gone': {
    cause:
      'The session is not there any more: it was abandoned for longer than `limits.keep`, removed, or its page is no longer served, or has another version.',
    cure: 'The tab reloads by itself and offers what was typed. To keep sessions over restarts, use `fileStore()` and the same `secret` in every process.',
  },
  'session-unreadable': {
    cause:
      'The stored file of a session is damaged or of a format that this version does not know.',
    cure: 'The session starts anew, and the old file is kept beside it as `.unreadable`. Check the disk if it comes again.',
  },
  'session-id-invalid': {
    cause: 'A store was called with an id that is not 1 to 128 letters, digits, `-` and `_`.',
    cure: 'Use the id with which the session was made. It stands in a file name, so no other is taken.',
  },
  'store-unwritable': {
    cause: 'The folder of a `fileStore()` can’t be read or written, or the disk is full.',
    cure: 'Choose a folder that this user may write and that has room. Meanwhile turns wait and are tried again; nothing is lost.',
  },
  'store-closed': {
    cause: 'A store was used after it was closed.',
    cure: 'Close the server before its store, or open the store again with `fileStore()`.',
  },
  'port-taken': {
    cause: 'Another program listens on the port.',
    cure: 'Stop that program or choose another port; `port: 0` takes any free one.',
  },
  'port-refused': {
    cause:
      'The system does not let the program open the port: it lacks the right, or the host does not exist here.',
    cure: 'Use a port above 1023, and a host of this machine.',
  },
  'client-missing': {
    cause: 'The client’s file is not beside the server’s code.',
    cure: 'In this repository, run `npm run build` first. In a bundle, keep the package whole.',
  },
  'pages-missing': {
    cause: '`serve()` or `createHandler()` was given no pages.',
    cure: "Pass at least one: `serve({ pages: [page('/', Home)] })`.",
  },
  'path-twice': {
    cause: 'Two pages have the same path.',
    cure: 'Give each page its own path.',
  },
  'identity-late': {
    cause:
      '`authenticate` has not answered within 5 s (`limits.identityWait`). A first paint gets 503, and a join is tried again.',
    cure: 'See what it waits for, and keep sessions where they are found quickly, or raise the limit.',
  },
  'identity-too-large': {
    cause: 'What `authenticate` returned takes more than 64 KB (`limits.identity`).',
    cure: 'Return an id and roles, and load the rest where it is shown.',
  },
  'key-invalid': {
    cause:
      '`identityKey` has returned, or `endSessions` was given, something that is no text, or an empty one.',
    cure: 'Use what names the login in your database, as text: `String(user.id)`.',
  },
  'key-missing': {
    cause: '`endSessions()` was called on a server without `identityKey`.',
    cure: 'Add `identityKey: (user) => user.id` to the options of the server.',
  },
  'store-unfit': {
    cause: '`identityKey` is given, and the store has no `setNotBefore()` and `notBefore()`.',
    cure: 'Use `memoryStore()` or `fileStore()`, or add both methods to your own store.',
  },
  'frame-unknown': {
    cause:
      'A message is of a kind that does not exist: the other end has another version, or is no Telar.',
    cure: 'Reload the page. If you have written a client of your own, compare it with the pages about the wire.',
  },
  'frame-truncated': {
    cause: 'A message ends inside one of its fields.',
    cure: 'Reload the page. Look for a proxy that cuts WebSocket messages.',
  },
  'frame-malformed': {
    cause:
      'A field of a message is not what it must be: a number over 4 bytes, text that is no JSON, text where bytes were agreed.',
    cure: 'Reload the page. Look for a proxy that changes messages; in a client of your own, compare the bytes with the pages about the wire.',
  },
  'frame-too-large': {
    cause:
      'An event is larger than `limits.window.event` (1 MB), or one message larger than `limits.message`. The visitor is told at the field.',
    cure: 'Send less, or raise the limit. Files do not belong into a field of text.',
  },
  'form-too-large': {
    cause: 'A form has more than 1,000 fields (`limits.formFields`).',
    cure: 'Split the form, or raise the limit.',
  },
  'hello-expected': {
    cause: 'A socket has sent something else first, or nothing within 10 s.',
    cure: 'The shipped client tries again by itself. A client of your own must send `hello` first.',
  },
  'event-forged': {
    cause:
      'A tab has sent an event for a handler that it was never shown. The tab joins again, since it does not show what the server has sent.',
    cure: 'Seen once, it is an extension or a tool that changes the page. If your own code does not send events by hand, nothing has to be done.',
  },
  'token-invalid': {
    cause:
      'The page’s token was signed with another secret, mostly that of a process which is gone.',
    cure: 'The tab reloads by itself. Set `secret` or `TELAR_SECRET` to one fixed text, the same in every process.',
  },
  'identity-refused': {
    cause: '`authenticate` has thrown for the visitor of a tab that joins.',
    cure: 'The tab loads its page anew and gets its 403. If the visitor should be let in, look at what `authenticate` throws.',
  },
  'identity-changed': {
    cause: 'A tab joins with another login than its page was painted for, or with none.',
    cure: 'The tab reloads by itself. Give `identityKey`, so that the same login with other details counts as the same.',
  },
  'session-ended': {
    cause: '`endSessions()` has ended the sessions of this login.',
    cure: 'The tab reloads by itself and comes to what a visitor without a login sees.',
  },
  'page-moved': {
    cause:
      'The markers of the first paint are not where they were written: the browser’s parser has moved them, or a proxy or an extension has changed the page.',
    cure: 'The page is painted again by itself. Look for `raw(…)` that closes an element around it, and for programs that rewrite HTML on the way.',
  },
  'drive-failed': {
    cause:
      'A driver’s write has failed in the page: the element is not there, the property throws, or the page does not allow script.',
    cure: 'Check the id. For `evalScript` the page needs `allowScript: true`.',
  },
  'redirect-loop': {
    cause: 'Pages send the visitor on to one another without an end.',
    cure: 'Redirect only from pages that the visitor may not see, to one that they may: not from `/login` to `/login`.',
  },
  'take-over-failed': {
    cause:
      'A kept session does not run on the code that the process has now, or the store or `authenticate` fails. The server tries again, and with the next code at once.',
    cure: 'Correct the component that the log names. Nothing of the visitor’s is lost meanwhile.',
  },
  'store-waits': {
    cause: 'The store refuses to write at the moment. The visitor’s last events wait for it.',
    cure: 'See to the store: a full disk, a database that is away. The engine tries again, at most 5 s apart.',
  },
  'store-works': {
    cause: 'The store works again, and what waited is kept.',
    cure: 'Nothing has to be done.',
  },
  'client-incomplete': {
    cause:
      'A part of the client could not be loaded: the connection failed, or a newer version has replaced it.',
    cure: 'The client tries again, and reloads the page where the server has another version. Keep the old files for a while when you deploy.',
  },
  'frame-diverged': {
    cause:
      'What a tab shows does not add up to what the server has told it: a fault of the engine, or a script that has changed text of the page.',
    cure: 'The tab joins again and is painted right. Keep scripts away from what templates show, or give them an element with `lv-ignore`. If no script does it, report it.',
  },
  'query-not-found': {
    cause: 'No element of the page fits the query of a test.',
    cure: 'Read what the message lists: it names what is there. If it comes later, await what brings it.',
  },
  'query-ambiguous': {
    cause: 'More than one element fits the query of a test.',
    cure: 'Describe the element closer, search in a part with `within()`, or choose one with `{ nth: 0 }`.',
  },
  'action-impossible': {
    cause:
      'A test does something that a visitor can’t: it types into a locked field, sends a form without `lv-submit`, presses an unknown key, goes back where there is no page.',
    cure: 'Do what a visitor would do. If the field should not be locked, or the form should be heard, the page is wrong.',
  },
  'component-not-found': {
    cause: '`stateOf()` names a component that the page does not show.',
    cure: 'Check the class and the key. The message lists the components that are there.',
  },
  'component-ambiguous': {
    cause: '`stateOf()` names a component that the page shows more than once.',
    cure: 'Say which one by its key: `tab.stateOf(Row, { key: 7 })`.',
  },
  'page-failed': {
    cause:
      'The page has reported a fault to a test, answers with a status that has no page, or leads to another site.',
    cure: 'Read the message, which has the fault itself. Expect the status with `tab.status` where no page is right.',
  },
  'not-settled': {
    cause: 'After a step of a test, a handler, a timer or a message still waits.',
    cure: 'Look for a promise that never settles. A timer moves with `tab.clock.advance(ms)` only.',
  },
  'check-malformed': {
    cause:
      'A check has no steps, two steps with one id, or an id that is not lower-case words with dashes.',
    cure: 'Give each step an id of its own, such as `one-click-one`.',
  },
  'package-missing': {
    cause:
      '`telar/testing` needs jsdom and dom-accessibility-api, and one of them is not installed.',
    cure: 'Run `npm install --save-dev jsdom dom-accessibility-api`.',
  },
  'cost-unknown': {
    cause: '`toCost()` was given something that is no tab, or neither bytes nor ops.',
    cure: 'Write `expect(tab).toCost({ bytes: 100, ops: 3 })`.',
  },
}
