/** The live pages under /examples/: the engine's own, served by the site's server. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ComponentClass, page } from 'telar'
import ButtonInput from './button-input.ts'
import Chat from './chat.ts'
import Clock from './clock.ts'
import Counter from './counter.ts'
import KeyedTable from './keyed-table.ts'
import { createOrderBoard } from './order-board.ts'
import type { OrderBook } from './order-book.ts'
import TodoMvc from './todomvc.ts'

export interface ExamplesOptions {
  /** The folder of the repository. */
  root: string
  /** Where the examples are: `http://localhost:3000/examples`. */
  address: string
  book: OrderBook
}

/** All of them, in the site's colours. */
export function createExamples({ root, address, book }: ExamplesOptions) {
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const look = ['site/app/fonts.css', 'site/app/tokens.css', 'site/examples/examples.css']
    .map(read)
    .join('\n')
  const examples: readonly Example[] = [
    { slug: 'counter', component: Counter, title: 'Counter', lesson: true },
    { slug: 'clock', component: Clock, title: 'Clock', lesson: true },
    { slug: 'button-input', component: ButtonInput, title: 'Button and input', lesson: true },
    { slug: 'todomvc', component: TodoMvc, title: 'TodoMVC', script: '/telar-todomvc.js' },
    { slug: 'keyed-table', component: KeyedTable, title: 'Keyed table' },
    { slug: 'chat', component: Chat, title: 'Chat' },
    {
      slug: 'order-board',
      component: createOrderBoard(book, `${address}/order-board/orders`),
      title: 'Order board',
    },
  ]
  return examples.map(({ slug, component, title, lesson, script }) =>
    page(`/${slug}/`, component, {
      title: `${title} · Telar`,
      lang: 'en',
      head: `<link rel="icon" href="/icon.svg">\n${script ? `<script src="${script}" defer></script>\n` : ''}`,
      // The small ones share one look; each of the others brings its own.
      css: lesson
        ? look + read('site/examples/small.css')
        : look + read(`site/examples/${slug}.css`),
      // Whoever frames the page may watch its wire: the landing page draws the thread from it.
      debug: true,
      afterCode: lesson
        ? `<footer><a href="/learn/${slug}" target="_top">The lesson that builds this</a></footer>\n`
        : '',
    }),
  )
}

interface Example {
  slug: string
  component: ComponentClass
  title: string
  /** A lesson of the same name builds it. */
  lesson?: boolean
  /** Holds the page's hooks. */
  script?: string
}
