/** The examples by name: what each shows, which lesson builds it, which files it has, whether the playground runs it. */
import type { Lang } from '../words/words.ts'

export interface Example {
  readonly slug: string
  readonly about: Readonly<Record<Lang, ExampleWords>>
  /** A lesson of the same name builds it. */
  readonly lesson?: true
  /** In this folder; the first one contains the component. */
  readonly files: readonly string[]
}

interface ExampleWords {
  readonly title: string
  readonly says: string
  /** Why it can't run in the playground. */
  readonly stays?: string
}

export const EXAMPLES: readonly Example[] = [
  {
    slug: 'cloth',
    about: {
      en: {
        title: 'Cloth',
        says: 'One board for all visitors: a press dyes a square on every screen.',
      },
      es: {
        title: 'Tela',
        says: 'Un tablero para todos los visitantes: al pulsar, un cuadro cambia de color en todas las pantallas.',
      },
    },
    files: ['cloth.ts', 'cloth-squares.ts', 'cloth.css'],
  },
  {
    slug: 'counter',
    about: {
      en: { title: 'Counter', says: 'A button and a number: one handler, one field.' },
      es: { title: 'Contador', says: 'Un botón y un número: un handler, un campo.' },
    },
    lesson: true,
    files: ['counter.ts', 'small.css'],
  },
  {
    slug: 'clock',
    about: {
      en: {
        title: 'Clock',
        says: 'The server speaks first: a page that changes though nobody touches it.',
      },
      es: {
        title: 'Reloj',
        says: 'El servidor habla primero: la página cambia sin que nadie la toque.',
      },
    },
    lesson: true,
    files: ['clock.ts', 'small.css'],
  },
  {
    slug: 'button-input',
    about: {
      en: {
        title: 'Button and input',
        says: 'Two components that talk: what you type goes up to their parent and down again.',
      },
      es: {
        title: 'Botón y campo',
        says: 'Dos componentes que se hablan: lo que escribes sube hasta su padre y vuelve a bajar.',
      },
    },
    lesson: true,
    files: ['button-input.ts', 'small.css'],
  },
  {
    slug: 'todomvc',
    about: {
      en: {
        title: 'TodoMVC',
        says: 'The list that every framework writes, to the letter of its specification.',
        stays: 'It needs a script of its own page, for the browser’s storage.',
      },
      es: {
        title: 'TodoMVC',
        says: 'La lista que escriben todos los frameworks, al pie de la letra de su especificación.',
        stays: 'Necesita un script en su propia página para usar el almacenamiento del navegador.',
      },
    },
    files: ['todomvc.ts', 'todomvc.css', 'todomvc-hooks.js'],
  },
  {
    slug: 'keyed-table',
    about: {
      en: {
        title: 'Keyed table',
        says: 'The table by which js-framework-benchmark measures: 10,000 rows and what is done to them.',
      },
      es: {
        title: 'Tabla con claves',
        says: 'La tabla con la que mide js-framework-benchmark: 10 000 filas y lo que se hace con ellas.',
      },
    },
    files: ['keyed-table.ts', 'keyed-table.css'],
  },
  {
    slug: 'chat',
    about: {
      en: {
        title: 'Chat',
        says: 'A room to open in two windows: who is there, who is writing, what was said.',
      },
      es: {
        title: 'Chat',
        says: 'Una sala para abrir en dos ventanas: quién está, con quién hablas y qué se dijo.',
      },
    },
    files: ['chat.ts', 'chat.css'],
  },
  {
    slug: 'order-board',
    about: {
      en: {
        title: 'Order board',
        says: 'A board for a kitchen that any program can post orders to.',
        stays: 'It needs an address of this server to post orders to.',
      },
      es: {
        title: 'Tablero de pedidos',
        says: 'Un tablero de cocina al que cualquier programa puede enviar pedidos.',
        stays: 'Necesita una dirección de este servidor a la que enviar los pedidos.',
      },
    },
    files: ['order-board.ts', 'order-book.ts', 'order-api.ts', 'order-board.css'],
  },
  {
    slug: 'conduit',
    about: {
      en: {
        title: 'Conduit',
        says: 'A social blogging site with a database: the RealWorld specification, from sign-up to live comments.',
        stays: 'It needs a database.',
      },
      es: {
        title: 'Conduit',
        says: 'Un sitio de blogs con base de datos: la especificación RealWorld, desde el registro hasta los comentarios en vivo.',
        stays: 'Necesita una base de datos.',
      },
    },
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
