/** Markup that the parser would move is refused wherever its parts come from, at first paint and later. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import {
  each,
  html,
  LiveComponent,
  mount,
  raw,
  svg,
  type TemplateValue,
} from '../../engine/index.ts'
import { byRole, visit } from '../../engine/testing/index.ts'

class Block extends LiveComponent {
  getTemplate() {
    return html`<section>block</section>`
  }
}
class Link extends LiveComponent {
  getTemplate() {
    return html`<span><a href="/">link</a></span>`
  }
}
class Row extends LiveComponent {
  getTemplate() {
    return html`<tr><td>row</td></tr>`
  }
}
class Words extends LiveComponent {
  getTemplate() {
    return html`just ${'words'}`
  }
}
class Around extends LiveComponent<{ children: TemplateValue }> {
  getTemplate() {
    return html`<p>${this.props.children as string}</p>`
  }
}

const list = (inner: (n: number) => ReturnType<typeof html>) => each([1, 2], String, inner)

const REFUSED: readonly [string, () => unknown, RegExp][] = [
  [
    'a list in a paragraph',
    () => html`<p>Score: ${html`<ul><li>${1}</li></ul>`} points</p>`,
    /in <p>, received <ul>/,
  ],
  [
    'a block deep in a paragraph',
    () => html`<p><b>${html`<i>${html`<div>x</div>`}</i>`}</b></p>`,
    /in <p>, received <div>/,
  ],
  [
    'a link in a link',
    () => html`<a href="/">${html`<b>${html`<a href="/b">b</a>`}</b>`}</a>`,
    /no <a> inside another <a>/,
  ],
  [
    'a link that a component brings',
    () => html`<a href="/">${mount(Link)}</a>`,
    /no <a> inside another <a>/,
  ],
  [
    'a component with a block root',
    () => html`<p>${mount(Block)}</p>`,
    /in <p>, received <section>/,
  ],
  [
    'rows of a list',
    () => html`<p>${list((n) => html`<div>${n}</div>`)}</p>`,
    /in <p>, received <div>/,
  ],
  ['an array', () => html`<p>${[html`<div>1</div>`]}</p>`, /in <p>, received <div>/],
  [
    'what is passed to a component',
    () => html`<div>${mount(Around, { children: html`<h2>x</h2>` })}</div>`,
    /in <p>, received <h2>/,
  ],
  [
    'a form in a form',
    () => html`<form><div>${html`<form><input></form>`}</div></form>`,
    /no <form> inside another <form>/,
  ],
  [
    'a button in a button',
    () => html`<button>${html`<span>${html`<button>x</button>`}</span>`}</button>`,
    /no <button> inside another/,
  ],
  [
    'an item in an item',
    () => html`<li>${html`<div>${html`<li>x</li>`}</div>`}</li>`,
    /between <li> and an inner <li>/,
  ],
  ['a row in a division', () => html`<div>${mount(Row)}</div>`, /directly around <tr>/],
  [
    'a cell in a section',
    () => html`<table><tbody>${html`${html`<td>x</td>`}`}</tbody></table>`,
    /<tr> directly around <td>/,
  ],
  [
    'words in a section',
    () => html`<table><tbody>${mount(Words)}</tbody></table>`,
    /received the text "just"/,
  ],
  [
    'a number in a row',
    () => html`<table><tbody>${html`${5}`}</tbody></table>`,
    /received the text "5"/,
  ],
  [
    'a field in a choice',
    () => html`<select>${html`<option>${html`<input>`}</option>`}</select>`,
    /no <input> inside <select>/,
  ],
  [
    'HTML in an image',
    () => html`<svg>${html`<circle r="1"></circle>`}</svg>`,
    /Expected svg`…` in an image/,
  ],
  [
    'a part of an image in HTML',
    () => html`<div>${svg`<circle r="1" />`}</div>`,
    /Expected <svg> around svg`<circle>`/,
  ],
]

const LEGAL: readonly [string, () => unknown][] = [
  ['inline elements in a paragraph', () => html`<p>${html`<b>${html`<i>x</i>`}</b>`}</p>`],
  ['a component with an inline root', () => html`<p>${mount(Words)}</p>`],
  ['a block in a division', () => html`<div>${mount(Block)}</div>`],
  [
    'a paragraph in a cell in a paragraph’s button',
    () => html`<p><button>${html`<span><p>x</p></span>`}</button></p>`,
  ],
  [
    'a link beside a link',
    () => html`<div>${html`<a href="/">a</a>`}${html`<a href="/">b</a>`}</div>`,
  ],
  [
    'a link in a cell in a link',
    () =>
      html`<a href="/"><table><tbody>${html`<tr>${html`<td>${mount(Link)}</td>`}</tr>`}</tbody></table></a>`,
  ],
  [
    'a list in an item',
    () => html`<ul>${list((n) => html`<li>${html`<ul>${html`<li>${n}</li>`}</ul>`}</li>`)}</ul>`,
  ],
  [
    'rows',
    () =>
      html`<table><tbody>${mount(Row)}${html`<tr>${list((n) => html`<td>${n}</td>`)}</tr>`}</tbody></table>`,
  ],
  ['nothing among rows', () => html`<table><tbody>${''}${null}${html`${false}`}</tbody></table>`],
  ['parts of an image', () => html`<svg>${svg`<g>${svg`<circle r="1" />`}</g>`}</svg>`],
  [
    'HTML in a foreign object',
    () => html`<svg>${svg`<foreignObject>${html`<p>x</p>`}</foreignObject>`}</svg>`,
  ],
]

class Shown extends LiveComponent<{ view: () => unknown }> {
  getTemplate() {
    return this.props.view() as ReturnType<typeof html>
  }
}

class Later extends LiveComponent<{ view: () => unknown }> {
  on = false
  getTemplate() {
    return html`<button lv-click=${() => {
      this.on = !this.on
    }}>turn</button><output>${this.on ? 'on' : 'off'}</output>${this.on ? (this.props.view() as string) : ''}`
  }
}

test.each(REFUSED)('%s is refused at first paint, with its line', async (_, view, sentence) => {
  const error = await visit(Shown, { props: { view } }).then(
    () => undefined,
    (refused: Error) => refused,
  )
  expect(error?.message).toMatch(sentence)
  expect(error?.message).toMatch(/\(across-literals\.test\.ts:\d+:\d+\)/)
})

test.each(REFUSED)(
  '%s is refused after a click, and the session goes on',
  async (_, view, sentence) => {
    const tab = await visit(Later, { props: { view } })
    await expect(tab.click(byRole('button', { name: 'turn' }))).rejects.toThrow(sentence)
    await tab.click(byRole('button', { name: 'turn' }))
    expect(tab.text()).toContain('off')
  },
)

test.each(LEGAL)('%s is shown, at first paint and after a click', async (_, view) => {
  const first = await visit(Shown, { props: { view } })
  const later = await visit(Later, { props: { view } })
  await later.click(byRole('button', { name: 'turn' }))
  await later.click(byRole('button', { name: 'turn' }))
  await later.click(byRole('button', { name: 'turn' }))
  expect(later.html()).toContain(first.html())
})

test('a refused part says the line of the very element, also behind others', async () => {
  const view = () => html`<p>
    one
    ${html`<b>two</b>
      <div>three</div>`}
  </p>`
  const error: Error = await visit(Shown, { props: { view } }).then(
    () => expect.unreachable(),
    (refused) => refused,
  )
  const lines = readFileSync(fileURLToPath(import.meta.url), 'utf8').split('\n')
  const line = lines.findIndex((text) => text.includes('<div>three')) + 1
  expect(error.message).toBe(
    `Expected text or an inline element in <p>, received <div>: the parser would close <p> before it. Write <div> instead of <p>. (across-literals.test.ts:${line}:7)`,
  )
})

test('a component that stays is refused where it has been moved to', async () => {
  class Mover extends LiveComponent {
    inParagraph = false
    getTemplate() {
      const child = mount(Block, { key: 'one' })
      return html`<button lv-click=${() => {
        this.inParagraph = !this.inParagraph
      }}>move</button>${this.inParagraph ? html`<p>${child}</p>` : html`<div>${child}</div>`}`
    }
  }
  const tab = await visit(Mover)
  await expect(tab.click(byRole('button'))).rejects.toThrow(/in <p>, received <section>/)
})

test('a row that is remembered is refused where its list has been moved to', async () => {
  class Remembering extends LiveComponent {
    inParagraph = false
    getTemplate() {
      const rows = each([1], String, () => html`<div>row</div>`, { memo: () => [] })
      return html`<button lv-click=${() => {
        this.inParagraph = !this.inParagraph
      }}>move</button>${this.inParagraph ? html`<p>${rows}</p>` : html`<div>${rows}</div>`}`
    }
  }
  const tab = await visit(Remembering)
  await expect(tab.click(byRole('button'))).rejects.toThrow(/in <p>, received <div>/)
})

test('a shared view is refused for the one who shows it in a wrong place', async () => {
  class Shared extends LiveComponent {
    static override sharedView = true
    getTemplate() {
      return html`<div>${html`<b>same</b>`}${raw('<i>x')}</div>`
    }
  }
  const right = await visit(Shown, { props: { view: () => html`<div>${mount(Shared)}</div>` } })
  expect(right.html()).toContain('<i>x</i>')
  const wrong = visit(Shown, { props: { view: () => html`<p>${mount(Shared)}</p>` } })
  await expect(wrong).rejects.toThrow(/in <p>, received <div>/)
})

class Deep extends Later {
  override getTemplate() {
    return html`<button lv-click=${() => {
      this.on = true
    }}>turn</button><p>${this.on ? html`<div>x</div>` : ''}</p>`
  }
}

test('after a take-over what was refused is refused still', async () => {
  const tab = await visit(Deep, { props: { view: () => '' } })
  await tab.disconnect()
  await tab.reconnect({ restarted: true })
  await expect(tab.click(byRole('button'))).rejects.toThrow(/in <p>, received <div>/)
})
