/** Every place of a template in Chromium: painted, changed by its handler, and taken up by another process. */
import { expect, test } from 'vitest'
import { each, html, LiveComponent, page, svg, type View } from '../../engine/index.ts'
import { memoryStore, serve, silentLogger } from '../../engine/server/index.ts'
import { connected, useBrowser } from './support/live-page.ts'

const { open } = useBrowser()

class Shows extends LiveComponent {
  n = 1
  add() {
    this.n += 1
  }
  getTemplate() {
    return html`<div id="stage">${Shows.view(this)}</div><button id="go" lv-click=${this.add}>go ${this.n}</button>`
  }
  static view: (shown: { n: number }) => View
}

/** What the page has, as the browser sees it; `n` is 1 at first, 2 after the click. */
interface Example {
  tags: string[]
  view(shown: { n: number }): View
  read(): unknown
  painted: unknown
  changed: unknown
}

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

const PLACES: readonly [title: string, place: Example][] = [
  [
    'SVG: shapes in lists and branches are shapes',
    {
      tags: ['A4', 'svg'],
      view: ({ n }) =>
        html`<svg viewBox="0 0 ${n} 9">${each(upTo(n), String, (r) => svg`<circle r=${r} />`)}${n > 1 ? svg`<path d="M0 ${n}" />` : ''}</svg>`,
      read: () => [
        document.querySelector('svg')!.getAttribute('viewBox'),
        [...document.querySelectorAll('svg *')].map((one) => [
          one.constructor.name,
          one.getAttribute('r') ?? one.getAttribute('d'),
        ]),
      ],
      painted: ['0 0 1 9', [['SVGCircleElement', '1']]],
      changed: [
        '0 0 2 9',
        [
          ['SVGCircleElement', '1'],
          ['SVGCircleElement', '2'],
          ['SVGPathElement', 'M0 2'],
        ],
      ],
    },
  ],
  [
    'tables: rows and cells stand where they are written',
    {
      tags: ['A4', 'tables'],
      view: ({ n }) =>
        html`<table><thead><tr>${each(upTo(n), String, (i) => html`<th>h${i}</th>`)}</tr></thead>
          <tbody>${each(upTo(n), String, (i) => html`<tr><td>${i}</td>${n > 1 ? html`<td>${n}</td>` : ''}</tr>`)}</tbody></table>`,
      read: () => {
        const { tHead, tBodies } = document.querySelector('table')!
        const rows = (part: HTMLTableSectionElement) =>
          [...part.rows].map((row) => [...row.cells].map((cell) => cell.textContent).join(' '))
        return [rows(tHead!), rows(tBodies[0]!), document.querySelectorAll('tbody').length]
      },
      painted: [['h1'], ['1'], 1],
      changed: [['h1 h2'], ['1 2', '2 2'], 1],
    },
  ],
  [
    'select: what is chosen follows, also to an option that comes with it',
    {
      tags: ['A4', 'select'],
      view: ({ n }) =>
        html`<select value=${`v${n}`}>${each(upTo(n + 1), String, (i) => html`<option value=${`v${i}`}>${i}</option>`)}</select>
          <select multiple>${each(upTo(2), String, (i) => html`<option .selected=${i === n}>${i}</option>`)}</select>`,
      read: () =>
        [...document.querySelectorAll('select')].map((one) =>
          [...one.selectedOptions].map(({ text }) => text).join(),
        ),
      painted: ['1', '1'],
      changed: ['2', '2'],
    },
  ],
  [
    'textarea: its text is its value, line breaks at its start included',
    {
      tags: ['A4', 'textarea'],
      view: ({ n }) => html`<textarea>${`\n<b>&amp; ${n}`}</textarea>`,
      read: () => document.querySelector('textarea')!.value,
      painted: '\n<b>&amp; 1',
      changed: '\n<b>&amp; 2',
    },
  ],
  [
    'pre: white space and a first line break stand',
    {
      tags: ['A4', 'pre'],
      view: ({ n }) => html`<pre>${`\n  a ${n}\n    b`}</pre><pre>
 ${n}  .</pre>`,
      read: () => [...document.querySelectorAll('pre')].map((one) => one.textContent),
      painted: ['\n  a 1\n    b', ' 1  .'],
      changed: ['\n  a 2\n    b', ' 2  .'],
    },
  ],
  [
    'template: a template element that comes and goes holds its content aside',
    {
      tags: ['A4', 'template-elements'],
      view: ({ n }) => html`<template id="t" data-n=${n}><p>aside</p></template>${n}`,
      read: () => {
        const found = document.querySelector<HTMLTemplateElement>('#t')!
        return [
          found.dataset.n,
          found.content.textContent,
          document.querySelector('#stage')!.textContent,
        ]
      },
      painted: ['1', 'aside', '1'],
      changed: ['2', 'aside', '2'],
    },
  ],
  [
    'custom elements: attributes, properties and content',
    {
      tags: ['A4', 'custom-elements'],
      view: ({ n }) =>
        html`<x-dial title=${`t${n}`} .level=${{ n }} ?open=${n > 1}><i>${n}</i></x-dial>`,
      read: () => {
        const dial = document.querySelector('x-dial') as HTMLElement & { level: { n: number } }
        return [dial.title, dial.level.n, dial.hasAttribute('open'), dial.textContent]
      },
      painted: ['t1', 1, false, '1'],
      changed: ['t2', 2, true, '2'],
    },
  ],
  [
    'raw text elements: what stands in them is text, and values count on behind them',
    {
      tags: ['A4', 'raw-text'],
      view: ({ n }) =>
        html`<script type="text/plain">if (a < b) "<i>"</script><i title=${n}>${n}</i>`,
      read: () => [
        document.querySelector('#stage script')!.textContent,
        document.querySelector('#stage')!.textContent!.trim().at(-1),
        document.querySelector('#stage i')!.getAttribute('title'),
      ],
      painted: ['if (a < b) "<i>"', '1', '1'],
      changed: ['if (a < b) "<i>"', '2', '2'],
    },
  ],
  [
    'unkeyed lists: views in a row follow their places',
    {
      tags: ['A4', 'unkeyed-lists'],
      view: ({ n }) =>
        html`${[...upTo(n).map((i) => html`<b>${i * n}</b>`), n > 1 && html`<u>end</u>`, html`<i>${n}</i>`]}`,
      read: () =>
        document.querySelector('#stage')!.innerHTML.replace(/<!--.*?-->| lv-\w+="[^"]*"/g, ''),
      painted: '<b>1</b><i>1</i>',
      changed: '<b>2</b><b>4</b><u>end</u><i>2</i>',
    },
  ],
]

for (const [title, { tags, view, read, painted, changed }] of PLACES)
  test(title, { tags }, async () => {
    Shows.view = view
    const serving = { store: memoryStore(), secret: 'one for both' }
    const { server, tab, complaints } = await open(Shows, {}, serving)
    expect(await tab.evaluate(read)).toEqual(painted)
    await tab.click('#go')
    await tab.waitForFunction(() => document.querySelector('#go')!.textContent === 'go 2')
    expect(await tab.evaluate(read)).toEqual(changed)
    expect(complaints).toEqual([])
    await server.close()
    await tab.waitForFunction(() => document.documentElement.dataset.telar !== 'connected')
    const pages = [page('/', Shows, { debug: true })]
    const next = await serve({ pages, port: server.port, logger: silentLogger, ...serving })
    await connected(tab)
    expect(await tab.evaluate(read)).toEqual(changed)
    await tab.close()
    await next.close()
  })
