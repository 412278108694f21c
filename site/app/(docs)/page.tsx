/** Home: what this is in one sentence, the thing itself running, and the roads that lead on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Code } from '../../components/code.tsx'
import { Specimen } from '../../components/specimen.tsx'
import { listLessons } from '../../lib/lessons.ts'
import { findRoot } from '../../lib/root.ts'
import style from './home.module.css'

const source = readFileSync(join(findRoot(), 'site/examples/counter.ts'), 'utf8')

export default function Home() {
  const lessons = listLessons()
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
  return (
    <main id="main" className={style.home}>
      <h1>Learn to build user interfaces that live on the server, by running them.</h1>
      <Specimen address="/examples/counter/" title="The counter, running">
        <Code text={source} language="ts" />
      </Specimen>
      <p className={style.caption}>
        The code is the whole component, and the page it makes runs beside it. That page has no
        script of its own: a press goes up to the server, the handler runs there, and what changed
        comes back. Press the button and watch the thread between them.
      </p>
      <section className={style.roads} aria-labelledby="roads">
        <h2 id="roads">Three roads</h2>
        <dl>
          <div>
            <dt>
              <a href="/learn">Learn</a>
            </dt>
            <dd>
              {lessons.length} lessons, about {minutes} minutes. You change a component, it runs,
              and a check on the real engine tells you what is still missing.
            </dd>
          </div>
          <div>
            <dt>
              <a href="/playground">Play</a>
            </dt>
            <dd>
              An editor, a Node server of your own and a preview. What you write stays in this
              browser; a link carries it to someone else.
            </dd>
          </div>
          <div>
            <dt>Reference</dt>
            <dd>
              Not written yet. Until it is, the editor explains every public name as you type or
              hover.
            </dd>
          </div>
        </dl>
      </section>
      <section className={style.more} aria-labelledby="more">
        <h2 id="more">More that runs on this server</h2>
        <p>
          <a href="/examples/clock/">A clock</a> that the server winds, and{' '}
          <a href="/examples/button-input/">a button and an input</a> that talk to each other. Both
          are served by the same engine you edit in the lessons.
        </p>
        <p>
          Larger ones: <a href="/examples/todomvc/">TodoMVC</a> to the letter, the{' '}
          <a href="/examples/keyed-table/">table</a> that js-framework-benchmark measures by, a{' '}
          <a href="/examples/chat/">chat</a> to open in two windows, and an{' '}
          <a href="/examples/order-board/">order board</a> that any program can post to.
        </p>
      </section>
    </main>
  )
}
