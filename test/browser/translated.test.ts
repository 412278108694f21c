/** Pages that others write into: translators, extensions that mark or wrap words, scripts that normalize. Each title is what a visitor would say. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { each, html, LiveComponent } from '../../engine/index.ts'
import { useBrowser } from './support/live-page.ts'

const { open } = useBrowser()

class Counts extends LiveComponent {
  n = 0
  other = 'still'
  letters = ['a', 'b', 'c']
  shown = 'words'
  plus = () => {
    this.n++
  }
  rotate = () => {
    this.letters.reverse()
    this.n++
  }
  drop = () => {
    this.letters = this.letters.filter((one) => one !== 'b')
    this.n++
  }
  toMarkup = () => {
    this.shown = ''
    this.n++
  }
  getTemplate() {
    return html`<main>
      <button id="plus" lv-click=${this.plus}>plus</button>
      <button id="turn" lv-click=${this.rotate}>turn</button>
      <button id="drop" lv-click=${this.drop}>drop</button>
      <button id="toMarkup" lv-click=${this.toMarkup}>markup</button>
      <p id="count">You have ${this.n} points</p>
      <p id="alone">${this.n}</p>
      <p id="other">This is ${this.other} here</p>
      <p id="shown">${this.shown === '' ? html`<b>markup</b> ${this.n}` : this.shown}</p>
      <ul>${each(
        this.letters,
        (one) => one,
        (one) => html`<li id=${one}>row ${one} has ${this.n} things</li>`,
      )}</ul>
      <div id="loose">${each(
        this.letters,
        (one) => one,
        (one) => html`${one}: ${this.n} <i>;</i> `,
      )}</div>
    </main>`
  }
}

const text = (tab: Page, selector: string) =>
  tab.locator(selector).evaluate((element) => element.textContent!.replace(/\s+/g, ' ').trim())

const says = (tab: Page, selector: string, wanted: string) =>
  expect.poll(() => text(tab, selector), { timeout: 10_000 }).toBe(wanted)

/** What a translator does: each text gives way to a <font> in a <font>, again whenever there is a new one, a while later. */
function translate(way: string) {
  const done = new WeakSet<Node>()
  const wordOf = (text: string) => text.replace(/[a-z]+/gi, (word) => `${word.toUpperCase()}`)
  const replace = (text: Text) => {
    const outer = document.createElement('font')
    const inner = document.createElement('font')
    outer.append(inner)
    inner.append(wordOf(text.data))
    done.add(inner.firstChild!)
    if (way === 'replaced') text.replaceWith(outer)
    if (way === 'inserted, then removed') {
      text.before(outer)
      text.remove()
    }
    if (way === 'removed, then inserted') {
      const [parent, next] = [text.parentNode!, text.nextSibling]
      text.remove()
      parent.insertBefore(outer, next)
    }
    if (way === 'wrapped') {
      text.replaceWith(outer)
      inner.replaceChildren(text)
      text.data = wordOf(text.data)
      done.add(text)
    }
  }
  const all = () => {
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement!.closest('button')) continue
      // What was translated once is so until it says something new.
      if (done.has(text) && text.data === wordOf(text.data)) continue
      replace(text)
    }
  }
  let timer: ReturnType<typeof setTimeout>
  new MutationObserver(() => {
    clearTimeout(timer)
    timer = setTimeout(all, 30)
  }).observe(document.querySelector('main')!, {
    subtree: true,
    childList: true,
    characterData: true,
  })
  all()
}

const WAYS = ['replaced', 'inserted, then removed', 'removed, then inserted', 'wrapped']

test.each(WAYS)(
  'in a page that my browser translates, counts go on counting and the rest stays translated (texts are %s)',
  async (way) => {
    const { tab, complaints } = await open(Counts)
    await tab.evaluate(translate, way)
    await says(tab, '#count', 'YOU HAVE 0 POINTS')
    const other = await tab.evaluateHandle(() => document.querySelector('#other font'))
    for (let n = 1; n <= 3; n++) {
      await tab.click('#plus')
      await says(tab, '#count', `YOU HAVE ${n} POINTS`)
      await says(tab, '#alone', `${n}`)
      await says(tab, '#b', `ROW B HAS ${n} THINGS`)
      await says(tab, '#loose', `A: ${n} ;B: ${n} ;C: ${n} ;`)
    }
    // Nobody has touched what says nothing new.
    expect(await other.evaluate((font) => font!.isConnected)).toBe(true)
    await says(tab, '#other', 'THIS IS STILL HERE')

    await tab.click('#turn')
    await says(tab, 'ul', 'ROW C HAS 4 THINGSROW B HAS 4 THINGSROW A HAS 4 THINGS')
    await says(tab, '#loose', 'C: 4 ;B: 4 ;A: 4 ;')
    await tab.click('#drop')
    await says(tab, 'ul', 'ROW C HAS 5 THINGSROW A HAS 5 THINGS')
    await says(tab, '#loose', 'C: 5 ;A: 5 ;')
    await tab.click('#toMarkup')
    await says(tab, '#shown', 'MARKUP 6')
    await tab.click('#plus')
    await says(tab, '#shown', 'MARKUP 7')
    await tab.close()
    expect(complaints).toEqual([])
  },
)

test('a page whose words were marked by an extension says its new words whole, and nothing of the old ones', async () => {
  const { tab } = await open(Counts)
  await tab.evaluate(() => {
    const around = (selector: string, from: number, to: number) => {
      const range = document.createRange()
      const walker = document.createTreeWalker(
        document.querySelector(selector)!,
        NodeFilter.SHOW_TEXT,
      )
      while (walker.nextNode()) if ((walker.currentNode as Text).data.trim()) break
      range.setStart(walker.currentNode, from)
      range.setEnd(walker.currentNode, to)
      range.surroundContents(document.createElement('mark'))
    }
    around('#shown', 1, 3)
    const alone = document.querySelector('#alone')!.lastChild as Text
    const span = document.createElement('span')
    alone.replaceWith(span)
    span.append(alone)
  })
  expect(await tab.locator('#shown mark').textContent()).toBe('or')
  await tab.click('#plus')
  await says(tab, '#alone', '1')
  await tab.click('#toMarkup')
  await says(tab, '#shown', 'markup 2')
  expect(await tab.locator('#shown mark').count()).toBe(0)
  await tab.close()
})

test('a script that normalizes the page takes nothing from it', async () => {
  const { tab } = await open(Counts)
  await tab.evaluate(() => document.body.normalize())
  await tab.click('#plus')
  await says(tab, '#count', 'You have 1 points')
  await says(tab, '#b', 'row b has 1 things')
  await tab.evaluate(() => document.body.normalize())
  await tab.click('#turn')
  await says(tab, 'ul', 'row c has 2 thingsrow b has 2 thingsrow a has 2 things')
  await says(tab, '#loose', 'c: 2 ;b: 2 ;a: 2 ;')
  await tab.close()
})

test('what the translator put there before the page was live gives way to new words too', async () => {
  const { tab } = await open(Counts)
  await tab.addInitScript(() => {
    new MutationObserver(() => {
      const place = document.querySelector('#alone')
      if (!place || place.querySelector('font') || 'telar' in document.documentElement.dataset)
        return
      for (const node of [...place.childNodes]) {
        if (!(node instanceof Text) || !node.data.trim()) continue
        const font = document.createElement('font')
        font.textContent = `<${node.data}>`
        node.replaceWith(font)
      }
    }).observe(document, { subtree: true, childList: true })
  })
  await tab.reload()
  await tab.waitForFunction(() => document.documentElement.dataset.telar === 'connected')
  await says(tab, '#alone', '<0>')
  await tab.click('#plus')
  await says(tab, '#alone', '1')
  await tab.close()
})
