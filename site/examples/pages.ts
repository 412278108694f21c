/** The live pages under /examples/, served by the engine inside the site's server. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ComponentClass, page } from 'telar'
import ButtonInput from './button-input.ts'
import { EXAMPLES } from './catalog.ts'
import Chat from './chat.ts'
import Clock from './clock.ts'
import Cloth from './cloth.ts'
import Counter from './counter.ts'
import KeyedTable from './keyed-table.ts'
import { createOrderBoard } from './order-board.ts'
import type { OrderBook } from './order-book.ts'
import TodoMvc from './todomvc.ts'

interface ExamplesOptions {
  /** The folder of the repository. */
  root: string
  /** The address of the examples: `http://localhost:3000/examples`. */
  address: string
  book: OrderBook
}

/** All of them, in the site's colours. */
export function createExamples({ root, address, book }: ExamplesOptions) {
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const look = ['site/app/fonts.css', 'site/app/tokens.css', 'site/examples/examples.css']
    .map(read)
    .join('\n')
  const components: Readonly<Record<string, ComponentClass>> = {
    cloth: Cloth,
    counter: Counter,
    clock: Clock,
    'button-input': ButtonInput,
    todomvc: TodoMvc,
    'keyed-table': KeyedTable,
    chat: Chat,
    'order-board': createOrderBoard(book, `${address}/order-board/orders`),
  }
  // Conduit is a site of its own, with its own pages.
  return EXAMPLES.filter(({ slug }) => slug in components).map(({ slug, about, lesson }) =>
    page(`/${slug}/`, components[slug]!, {
      title: `${about.en.title} · Telar`,
      lang: 'en',
      head: headOf(slug, about.en.says),
      // The small ones share one style sheet; each of the others has its own.
      css: lesson
        ? look + read('site/examples/small.css')
        : look + read(`site/examples/${slug}.css`),
      // A page that frames it may watch its wire: the landing page shows it.
      debug: true,
      afterCode: footerOf(slug, lesson),
    }),
  )
}

const headOf = (slug: string, says: string) => `<link rel="icon" href="/icon.svg">
<meta name="description" content="${says} An example of Telar, LiveView for TypeScript.">
<script src="/telar-theme.js"></script>
${slug === 'todomvc' ? '<script src="/telar-todomvc.js" defer></script>\n' : ''}`

const footerOf = (slug: string, lesson?: boolean) => `<footer class="about"><nav aria-label="Telar">
<a href="/" target="_top">Telar, home</a>
<a href="/examples" target="_top">All examples</a>
<a href="/examples/${slug}/source" target="_top">Its source</a>
${lesson ? `<a href="/learn/${slug}" target="_top">The lesson that builds it</a>\n` : ''}</nav></footer>
`
