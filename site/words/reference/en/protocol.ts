/** How page and server speak, in English; the numbers stand in the table of ops. */
import type { Section } from '../words.ts'

export const protocol: readonly Section[] = [
  {
    id: 'encodings',
    title: 'Two encodings',
    text: 'A tab opens one WebSocket and names the encodings that it speaks as subprotocols; the server answers with the first that it knows. `telar.2.bin` is binary and what the client uses. `telar.2.json` carries the same as one JSON object a message, for people, tools and simple clients. Both are held to one table of cases, which the pages of the ops show.',
  },
  {
    id: 'frame',
    title: 'A frame, byte by byte',
    text: 'A press on a counter is answered by one message of 9 bytes:',
    code: {
      language: 'text',
      text: '13            flags: ASCII (1), an event is acknowledged (2), texts follow (16)\n08            frame 8\n05            events up to number 5 are answered\n03            3 bytes of ops follow\n   01 04 02   setText · slot 2 (zigzag: 4) · its text has 2 characters\n3130          all texts of the frame: "10"',
    },
  },
  {
    id: 'event',
    title: 'The press itself',
    text: 'It went up in 6 bytes:',
    code: {
      language: 'text',
      text: "01              an event\n00              in component 0, the page's root\n01              slot 1: the handler\n01              a click\n05              event number 5\n07              the tab had applied frame 7; no payload",
    },
  },
  {
    id: 'slots',
    title: 'What is addressed',
    text: 'A page is a tree of components, each with a number and a table of slots. An instance of a template has a base, and right behind it one slot for each value of the template, in the order of the document. The server numbers them, so two tabs that see the same get the same bytes, and the client never searches. A slot is an attribute, a handler, or a child slot: a place for text, a template, a list or a component.',
  },
  {
    id: 'order',
    title: 'Nothing twice, nothing lost',
    text: 'Frames and events are numbered. The server stores a turn before it tells a tab of it; a tab keeps an event until a frame acknowledges it, and sends it again after a cut. What comes twice is dropped by its number. Now and then a frame ends with a hash of all that was told, so that both ends notice if they disagree.',
  },
]
