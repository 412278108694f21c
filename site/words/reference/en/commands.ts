/** What commands are and how they behave, in English. */
import type { Section } from '../words.ts'

export const commands: readonly Section[] = [
  {
    id: 'where',
    title: 'Where they stand',
    text: '`lv-do-` goes before any event that `lv-` can hear: `lv-do-click`, `lv-do-mouseenter`, `lv-do-enter`. The value is one command or a list, done in order. The selector finds elements anywhere in the page; without one the command acts on the element that it stands on. All modifiers count for it too: `lv-key`, `lv-once`, `lv-outside`, `lv-stop`.',
    code: {
      language: 'ts',
      text: "html`<button lv-do-click=${[toggle('#menu'), focus('#search')]}>Menu</button>`",
    },
  },
  {
    id: 'lasting',
    title: 'How long it lasts',
    text: 'What a command wrote stands, over commits and take-overs, until the server gives that same attribute another value. It ends with its element.',
  },
  {
    id: 'optimistic',
    title: 'Beside a handler',
    text: 'A handler for the same event may stand on the same element. Then its answer decides: if it fails or is refused, what the commands wrote for that event is undone, and of two presses each by itself. So a button can show its new state before the server has answered.',
    code: {
      language: 'ts',
      text: "html`<button lv-do-click=${toggleClass('liked')} lv-click=${this.like}>Like</button>`",
    },
  },
  {
    id: 'safe',
    title: 'What they can’t do',
    text: 'Commands are data that only these functions make, never script, so no text of a visitor becomes one. `on…`, `lv-…`, `style` and attributes with addresses are refused.',
  },
]
