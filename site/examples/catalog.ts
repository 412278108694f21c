/** The examples by name: what each shows, which lesson builds it, which files it has. */

interface Example {
  readonly slug: string
  readonly title: string
  readonly says: string
  /** A lesson of the same name builds it. */
  readonly lesson?: true
  /** In this folder; the first one contains the component. */
  readonly files: readonly string[]
}

export const EXAMPLES: readonly Example[] = [
  {
    slug: 'counter',
    title: 'Counter',
    says: 'A button and a number: one handler, one field.',
    lesson: true,
    files: ['counter.ts', 'small.css'],
  },
  {
    slug: 'clock',
    title: 'Clock',
    says: 'The server speaks first: a page that changes though nobody touches it.',
    lesson: true,
    files: ['clock.ts', 'small.css'],
  },
  {
    slug: 'button-input',
    title: 'Button and input',
    says: 'Two components that talk, and visitors who greet each other.',
    lesson: true,
    files: ['button-input.ts', 'small.css'],
  },
  {
    slug: 'todomvc',
    title: 'TodoMVC',
    says: 'The list that every framework writes, to the letter of its specification.',
    files: ['todomvc.ts', 'todomvc.css', 'todomvc-hooks.js'],
  },
  {
    slug: 'keyed-table',
    title: 'Keyed table',
    says: 'The table by which js-framework-benchmark measures: 10,000 rows and what is done to them.',
    files: ['keyed-table.ts', 'keyed-table.css'],
  },
  {
    slug: 'chat',
    title: 'Chat',
    says: 'A room to open in two windows: who is there, who is writing, what was said.',
    files: ['chat.ts', 'chat.css'],
  },
  {
    slug: 'order-board',
    title: 'Order board',
    says: 'A board for a kitchen that any program can post orders to.',
    files: ['order-board.ts', 'order-book.ts', 'order-api.ts', 'order-board.css'],
  },
  {
    slug: 'conduit',
    title: 'Conduit',
    says: 'A social blogging site with a database: the RealWorld specification, from sign-up to live comments.',
    files: [
      'conduit/index.ts',
      'conduit/views/home.ts',
      'conduit/views/article-list.ts',
      'conduit/views/article-page.ts',
      'conduit/views/comments-view.ts',
      'conduit/views/profile.ts',
      'conduit/views/editor.ts',
      'conduit/views/settings.ts',
      'conduit/views/sign-in.ts',
      'conduit/views/frame.ts',
      'conduit/views/markdown.ts',
      'conduit/requests.ts',
      'conduit/place.ts',
      'conduit/data/conduit.ts',
      'conduit/data/articles.ts',
      'conduit/data/comments.ts',
      'conduit/data/people.ts',
      'conduit/data/accounts.ts',
      'conduit/data/passwords.ts',
      'conduit/data/rules.ts',
      'conduit/data/database.ts',
      'conduit/data/migrations.ts',
      'conduit/data/tables.ts',
      'conduit/conduit.css',
      'conduit/articles.css',
    ],
  },
]
