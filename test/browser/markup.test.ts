/** Markup in Chromium: raw that is not whole, what a choice may hold, blanks that show, markers that were moved. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { each, html, LiveComponent, page as pageOf, raw, styles } from '../../engine/index.ts'
import { createHandler, type Logger, silentLogger } from '../../engine/server/index.ts'
import { connected, useBrowser } from './support/live-page.ts'

const { open, browser } = useBrowser()

const BROKEN = [
  '<div><b>',
  '</div></main>',
  '<p>a<p>b',
  '<!--',
  '<!--/2-->',
  '<textarea>',
  '<script>"<!-- <script>"',
  '<b title="',
  '<table><tr><td>a',
  '<svg><p>a',
  '<plaintext>',
  '</p>',
  '<ul><li>a<li>b',
  '<a href="/"><a href="/">',
  '<template>',
  '<button lv-t="3">x',
]

test.each(BROKEN)('raw markup %s stays in its place, painted first and later', async (markup) => {
  class Article extends LiveComponent {
    n = 0
    add() {
      this.n++
    }
    getTemplate() {
      return html`<main><p>before ${raw(markup + this.n)} <i>behind</i></p><div>${raw(markup)}</div><button id="go" lv-click=${this.add}>${this.n}</button></main>`
    }
  }
  const { tab, complaints } = await open(Article)
  const seen = () =>
    tab.evaluate(() => {
      const main = document.querySelector('main')!
      return {
        parts: [...main.children].map(({ localName }) => localName),
        last: main.querySelector('p')!.lastElementChild!.outerHTML,
        first: main.querySelector('p')!.innerHTML.replaceAll('0', 'N').replaceAll('1', 'N'),
      }
    })
  const painted = await seen()
  expect(painted).toMatchObject({ parts: ['p', 'div', 'button'], last: '<i>behind</i>' })
  await tab.click('#go')
  await tab.waitForFunction(() => document.querySelector('#go')!.textContent === '1')
  expect(await seen()).toEqual(painted)
  expect(complaints).toEqual([])
})

test('a choice with a button, groups with legends and a list of rows works', async () => {
  class Choice extends LiveComponent {
    picked = 'a'
    names = ['a', 'b']
    pick({ value }: { value: string }) {
      this.picked = value
      this.names.push(`c${this.names.length}`)
    }
    getTemplate() {
      return html`<select lv-change=${this.pick} value=${this.picked}>
          <button><selectedcontent></selectedcontent></button>
          <div><optgroup><legend>All</legend>${each(this.names, String, (name) => html`<option value=${name}><b>${name}</b> one</option>`)}</optgroup></div>
        </select><output>${this.picked}</output>`
    }
  }
  const { tab, complaints } = await open(Choice)
  await tab.selectOption('select', 'b')
  await tab.waitForFunction(() => document.querySelector('output')!.textContent === 'b')
  await tab.waitForFunction(() => document.querySelectorAll('option').length === 3)
  expect(
    await tab.$eval('select', (select) =>
      [...select.querySelectorAll('div > optgroup > option')].map((option) => option.textContent),
    ),
  ).toEqual(['a one', 'b one', 'c2 one'])
  expect(complaints).toEqual([])
})

test('a blank between items that stand in one line shows', async () => {
  class Line extends LiveComponent {
    getTemplate() {
      return html`<ul>
        <li style=${styles({ display: 'inline-block' })}>a</li> <li style=${styles({ display: 'inline-block' })}>b</li>
      </ul>`
    }
  }
  const { tab } = await open(Line)
  const apart = await tab.$$eval(
    'li',
    ([a, b]) => b!.getBoundingClientRect().left - a!.getBoundingClientRect().right,
  )
  expect(apart).toBeGreaterThan(1)
})

test('a page whose markers were moved is painted anew, lives, and says so', async () => {
  class Counter extends LiveComponent {
    n = 0
    add() {
      this.n++
    }
    getTemplate() {
      return html`<p>Score: ${this.n > 5 ? html`<b>high</b>` : this.n} points</p><button lv-click=${this.add}>add</button>`
    }
  }
  const logged: unknown[] = []
  const logger: Logger = {
    ...silentLogger,
    warn: (fields, message) => void logged.push({ ...fields, message }),
    child: () => logger,
  }
  const live = createHandler({ pages: [pageOf('/', Counter)], logger })
  const server = createServer((request, response) => {
    const { end } = response
    delete request.headers['accept-encoding']
    // What somebody between does to the text on its way, or the parser to what it does not like.
    response.end = (body: unknown) => {
      const text = String(body)
      const moved = text
        .replace(/<!--(\d+)-->0/, '<!--$1--><div>0')
        .replace(' points', '</div> points')
      return end.call(response, text.includes('Score: ') ? moved : body, 'utf8')
    }
    live.handle(request, response)
  })
  live.attach(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const tab = await browser().newPage()
  const said: string[] = []
  tab.on('console', (message) => said.push(message.text()))
  await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await connected(tab)
  await tab.waitForFunction(() => document.querySelector('p')!.textContent === 'Score: 0 points')
  await tab.click('button')
  await tab.waitForFunction(() => document.querySelector('p')!.textContent === 'Score: 1 points')
  expect(said.join()).toContain('telar page-moved: Error: The parser moved <!--')
  expect(logged).toEqual([
    expect.objectContaining({
      code: 'page-moved',
      owner: 'app',
      message: expect.stringMatching(/^Expected the markers .* Look for raw/),
    }),
  ])
  expect(await tab.$$eval('p', (all) => all.length)).toBe(1)
  await tab.close()
  server.closeAllConnections()
  server.close()
})
