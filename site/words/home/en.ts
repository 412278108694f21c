/** The home page in English. */
import type { HomeWords } from './words.ts'

export const en: HomeWords = {
  title: 'Live web pages in TypeScript, run on the server',
  description:
    'A course, a playground and an engine for live pages whose code stays on your server.',
  headline: 'Write live web pages in TypeScript. Run them on the server.',
  forNew:
    'You write a piece of a page as one class. It runs on your server, and whoever has the page open sees what changes, at once. You build no API and no app for the browser.',
  forKnowing:
    'Telar is LiveView for TypeScript: templates in slots, handlers and state on a Node server, small binary frames over a WebSocket, and sessions that outlive a killed process.',
  start: 'Start the course',
  open: 'Open the playground',
  course: (lessons, minutes) =>
    `${lessons} lessons, about ${Math.round(minutes / 60)} hours, no account.`,
  live: {
    frame: 'The cloth that all visitors share, running',
    wire: 'The wire: what page and server say',
    server: 'server',
    page: 'page',
    nothing: 'Nothing has crossed yet.',
  },
  caption:
    'Press a square. Everybody who has this page open sees it change, since the cloth is on the server: the press goes there, and what changed comes back to each page in a few bytes. The wire, between the two, shows each message as it crosses.',
  skip: 'Skip the board',
  proof: {
    title: 'What it costs',
    figures: [
      {
        value: '20 bytes',
        of: 'for a new text in one cell, in a table of 1,000 rows or of 10,000',
        method: 'bench -- wire',
      },
      {
        value: '9 KB',
        of: 'of script in the page, compressed; the rest comes when it is needed',
        method: 'bench -- size',
      },
      {
        value: '2.9 KB',
        of: 'of memory for each visitor at rest on the server, besides the socket',
        method: 'bench -- server',
      },
      {
        value: '0 lost',
        of: 'of what the server has acknowledged, when its process is killed',
        method: 'test/',
      },
    ],
    method: 'How each is measured, and where others are ahead',
  },
  fit: {
    title: 'When to choose it, and when not',
    good: {
      title: 'It fits',
      list: [
        'tools, forms, dashboards and boards that many people see at the same time;',
        'a team that knows TypeScript and prefers one program instead of an API and a client;',
        'data and rules that should not leave the server.',
      ],
    },
    bad: {
      title: 'Take something else',
      list: [
        'for pages that must work without a connection: each press is a trip to the server;',
        'for drawing, games and whatever must answer within one frame of the display;',
        'for pages that never change: a static site needs no server at all.',
      ],
    },
  },
  examples: {
    title: 'Run them, then change them',
    lead: 'Each runs on this server. Most open in the playground, where you change their code and see what it does.',
  },
  ways: {
    title: 'Where to go from here',
    list: [
      {
        path: '/learn',
        name: 'Learn',
        says: 'You change a component, it runs, and a check on the real engine tells you what is still missing.',
      },
      {
        path: '/playground',
        name: 'Playground',
        says: 'An editor, a Node server of your own and a preview. What you write stays in this browser; a link carries it to someone else.',
      },
      {
        path: '/guides/take-home',
        name: 'Take it home',
        says: 'An app of your own on your machine, with one form and one test, in a few minutes.',
      },
      {
        path: '/guides',
        name: 'Guides',
        says: 'Forms, addresses, state, deploying, testing, and how it differs from what you know.',
      },
      {
        path: '/reference',
        name: 'Reference',
        says: 'Every public name with its types, its errors and an example that runs.',
      },
    ],
  },
}
