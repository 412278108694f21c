/** The live pages under /examples/: the engine's own, served by the site's server. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { page } from 'telar'
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
  return [
    page('/counter/', Counter, { ...shared, title: 'Counter · Telar' }),
    page('/clock/', Clock, { ...shared, title: 'Clock · Telar' }),
    page('/button-input/', ButtonInput, { ...shared, title: 'Button and input · Telar' }),
  ]
}
