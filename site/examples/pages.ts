/** The live pages under /examples/: the engine's own, served by the site's server. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ComponentClass, page } from 'telar'
import ButtonInput from './button-input.ts'
import Clock from './clock.ts'
import Counter from './counter.ts'

/** All of them, in the site's colours; `root` is the folder of the repository. */
export function createExamples(root: string) {
  const css = ['site/app/fonts.css', 'site/app/tokens.css', 'site/examples/examples.css']
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n')
  const head = '<link rel="icon" href="/icon.svg">\n'
  // Whoever frames the page may watch its wire: the landing page draws the thread from it.
  const shared = { css, head, lang: 'en', debug: true }
  return EXAMPLES.map(({ slug, component, title }) =>
    page(`/${slug}/`, component, {
      ...shared,
      title: `${title} · Telar`,
      afterCode: `<footer><a href="/learn/${slug}" target="_top">The lesson that builds this</a></footer>\n`,
    }),
  )
}

const EXAMPLES: readonly { slug: string; component: ComponentClass; title: string }[] = [
  { slug: 'counter', component: Counter, title: 'Counter' },
  { slug: 'clock', component: Clock, title: 'Clock' },
  { slug: 'button-input', component: ButtonInput, title: 'Button and input' },
]
