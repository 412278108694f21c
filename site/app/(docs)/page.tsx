/** Home: what this is in one sentence, a running example, and where to go from here. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Code } from '../../components/code.tsx'
import { LiveExample } from '../../components/live-example.tsx'
import { ABOUT } from '../../lib/about.ts'
import { listLessons } from '../../lib/lessons.ts'
import { findRoot } from '../../lib/root.ts'
import style from './home.module.css'

const source = readFileSync(join(findRoot(), 'site/examples/counter.ts'), 'utf8')

export default function Home() {
  const lessons = listLessons()
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
  return (
    <main id="main" className={style.home}>
      <h1>Learn to build live web pages in TypeScript that run on the server.</h1>
      <p className={style.about}>{ABOUT}</p>
      <LiveExample address="/examples/counter/" title="The counter, running">
        <Code text={source} language="ts" />
      </LiveExample>
      <p className={style.caption}>
        The code on one side is a whole <em>component</em>, a class that is a piece of a page, and
        the page it makes runs on the other. A press on the button goes to the server, which calls
        the component’s <em>handler</em>, the method named at <code>lv-click</code>. What changed
        comes back, a few bytes. You write no script for the browser: the one that carries the
        messages comes with Telar. Press the button and watch <em>the wire</em> between the two: it
        shows each message as it crosses.
      </p>
      <section className={style.ways} aria-labelledby="ways">
        <h2 id="ways">Where to go from here</h2>
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
              <a href="/playground">Playground</a>
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
          <a href="/examples">Eight examples</a>, from a clock to a chat and an order board, run on
          the engine that your components run on in the lessons. Each comes with its source.
        </p>
      </section>
    </main>
  )
}
