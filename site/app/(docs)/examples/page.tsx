/** The list of examples: what each shows, with links to its page, its source and its lesson. */
import type { Metadata } from 'next'
import { EXAMPLES } from '../../../examples/catalog.ts'
import { describe } from '../../../lib/about.ts'
import style from './examples.module.css'

export const metadata: Metadata = {
  title: 'Examples',
  description: describe('Eight small programs that run on this server, each with its source.'),
}

export default function Examples() {
  return (
    <main id="main" className={style.examples}>
      <h1>Examples</h1>
      <p className={style.lead}>
        They run on this server, on the engine of the lessons. Open one in two windows to be two
        visitors.
      </p>
      <ul>
        {EXAMPLES.map(({ slug, title, says, lesson }) => (
          <li key={slug}>
            <h2>
              <a href={`/examples/${slug}/`}>{title}</a>
            </h2>
            <p>{says}</p>
            <p className={style.ways}>
              <a href={`/examples/${slug}/source`} aria-label={`Source of ${title}`}>
                Source
              </a>
              {lesson && (
                <a href={`/learn/${slug}`} aria-label={`Lesson that builds ${title}`}>
                  Lesson
                </a>
              )}
            </p>
          </li>
        ))}
      </ul>
    </main>
  )
}
