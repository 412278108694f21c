/** Layouts through the real session and wire: HTML with regions, files, handlers, messages to all and to some. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  html,
  Layout,
  LiveComponent,
  mount,
  page,
  sendToAllLayouts,
  sendToLayouts,
} from '../../engine/index.ts'
import { byRole, visit } from '../../engine/testing/index.ts'

class Tally extends LiveComponent<{ name?: string }> {
  count = 0
  add() {
    this.count += 1
  }
  getTemplate() {
    return html`<button lv-click=${this.add}>${this.props.name ?? 'tally'} ${this.count}</button>`
  }
}

const twoColumns =
  '<header lv-region="top"></header><div><aside lv-region="side"></aside><main lv-region="main"></main></div>'

test('two columns and a full-width region show their components, each with its own state', {
  tags: ['A3', 'layout-regions'],
}, async () => {
  const home = new Layout('home', {
    html: twoColumns,
    components: {
      top: Tally,
      side: mount(Tally, { name: 'menu' }),
      main: mount(Tally, { name: 'todos' }),
    },
  })
  const tab = await visit(home)
  expect(tab.html()).toBe(
    '<header><button>tally 0</button></header><div><aside><button>menu 0</button></aside><main><button>todos 0</button></main></div>',
  )
  await tab.click(byRole('button', { name: /menu/ }))
  const other = await tab.another()
  expect([tab.text('aside'), tab.text('main'), other.text('aside')]).toEqual([
    'menu 1',
    'todos 0',
    'menu 0',
  ])
})

test('layouts and components stand in the regions of layouts, and keep their state over a take-over', {
  tags: ['A3', 'layout-regions'],
}, async () => {
  class Parent extends LiveComponent {
    n = 0
    getTemplate() {
      return html`<p lv-click=${() => this.n++}>${this.n}</p>${mount(Tally)}`
    }
  }
  const inner = new Layout('inner', {
    html: '<em lv-region="only"></em>',
    components: { only: Parent },
  })
  const outer = new Layout('outer', {
    html: '<main lv-region="main"></main>',
    components: { main: inner },
  })
  const tab = await visit(outer)
  await tab.click('button')
  await tab.click('p')
  expect(tab.html('main')).toBe('<em><p>1</p><button>tally 1</button></em>')
  await tab.reconnect({ restarted: true })
  await tab.click('button')
  expect(tab.html('main')).toBe('<em><p>1</p><button>tally 2</button></em>')
})

test('a file with regions: read once, an empty region stays empty, every id is driven', {
  tags: ['A3', 'layout-files', 'layout-ids'],
}, async () => {
  const file = new URL('./support/home.html', import.meta.url)
  class Home extends Layout {
    constructor() {
      super('home', { file, components: { side: Tally } })
    }
    onFirstTime() {
      this.driver.getDriverById('news').setText('Ready')
    }
  }
  const tab = await visit(Home)
  expect(tab.html()).toBe(
    '<header id="news">Ready</header>\n<div class="columns">\n  <aside><button>tally 0</button></aside>\n  <main></main>\n</div>\n<footer id="foot"></footer>',
  )
})

test('a file that changed is read again for the next session', { tags: ['A3'] }, async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'telar-layout-')), 'home.html')
  writeFileSync(file, '<p>one</p>')
  const home = new Layout('home', { file })
  const tab = await visit(home)
  writeFileSync(file, '<p>two and more</p>')
  expect((await tab.another()).text()).toBe('two and more')
  expect(tab.text()).toBe('one')
})

test.each([
  ['<p>\n  <div lv-region="main"></div></p>', 'in <p>, received <div>', '2:3'],
  ['<div lv-region="a"></div><b></i>', 'Expected </b>, received </i>', '1:29'],
  ['<div lv-region="a">text</div>', 'lv-region="a", received "text</div>"', '1:20'],
  ['<div lv-region="a"></div>\n<div lv-region="a"></div>', 'received lv-region="a" twice', '2:20'],
  ['<div lv-region></div>', 'lv-region="…", received none', '1:16'],
  ['<html><body></body></html>', 'received <html>', '1:1'],
])(
  'a parse error in a layout names file, line and column: %s',
  { tags: ['A3', 'A4', 'parse-errors'] },
  (source, received, place) => {
    const file = join(mkdtempSync(join(tmpdir(), 'telar-layout-')), 'bad.html')
    writeFileSync(file, source)
    const make = () => new Layout('home', { file })
    expect(make).toThrow(received)
    expect(make).toThrow(`(${file}:${place})`)
  },
)

test('regions in comments, scripts and texts are none', { tags: ['A3'] }, async () => {
  const home = new Layout('home', {
    html: '<!-- <i lv-region="a"></i> --><textarea><i lv-region="b"></i></textarea><b title=\'<i lv-region="c">\' lv-region="d"></b>',
    components: { d: Tally },
  })
  expect((await visit(home)).text('b')).toBe('tally 0')
})

test.each([
  [() => new Layout('a b', { html: '' }), 'received "a b"'],
  [() => new Layout('a', {}), 'received neither'],
  [() => new Layout('a', { html: '', file: 'x' }), 'received both'],
  [
    () => new Layout('a', { html: '<p></p>', components: { main: Tally } }),
    'a region of layout a (it has none), received "main"',
  ],
  [
    () => new Layout('a', { file: '/nowhere.html' }),
    'HTML in /nowhere.html, received an error: ENOENT',
  ],
])(
  'a layout that can not be shown is refused where it is made',
  { tags: ['A3'] },
  (make, message) => {
    expect(make).toThrow(message)
  },
)

test('a layout with a template of its own places its regions', {
  tags: ['A3', 'layout-files'],
}, async () => {
  const home = new Layout('home', {
    html: (layout) => html`<section>${layout.region('main')}</section>`,
    components: { main: mount(Tally, { name: 'mine' }) },
  })
  const tab = await visit(home)
  await tab.click('button')
  expect(tab.html()).toBe('<section><button>mine 1</button></section>')
})

const news = () =>
  new Layout('news', {
    html: '<p id="news">none</p>',
    onEventIn(message) {
      this.driver.getDriverById('news').setText(JSON.stringify(message))
    },
  })

test('what is sent to all layouts reaches every tab, what is sent to some only those', {
  tags: ['A3', 'A12', 'layout-broadcast', 'layout-handlers', 'publish-subscribe'],
}, async () => {
  const tab = await visit(news())
  const other = await tab.another()
  const sports = await visit(
    new Layout('sports', {
      html: '<p id="score">-</p>',
      onEventIn(message) {
        this.driver.getDriverById('score').setText(String(message))
      },
    }),
  )
  sendToAllLayouts({ n: 0 })
  await tab.clock.advance(0)
  await sports.clock.advance(0)
  expect([tab.text(), other.text(), sports.text()]).toEqual([
    '{"n":0}',
    '{"n":0}',
    '[object Object]',
  ])
  sendToLayouts(1, 'news', 'news', 'nobody')
  await tab.clock.advance(0)
  await sports.clock.advance(0)
  expect([tab.text(), other.text(), sports.text()]).toEqual(['1', '1', '[object Object]'])
})

test('a first time comes once in a session’s life, an interval in every process, the end with the session', {
  tags: ['A3', 'layout-handlers'],
}, async () => {
  const told: string[] = []
  class Home extends Layout {
    ticks = 0
    constructor() {
      super('home', { html: '<p id="ticks"></p>' })
      this.onEventTime(1000, () => {
        this.ticks += 1
        this.driver.getDriverById('ticks').setText(`${this.ticks}`)
      })
    }
    async onFirstTime() {
      told.push(`first, and the tab answers ${JSON.stringify(await this.driver.getText('ticks'))}`)
    }
    onEventDestroy(id: string) {
      told.push(`end of ${id}`)
    }
  }
  const tab = await visit(new Home())
  await tab.clock.advance(2000)
  expect(tab.text()).toBe('2')
  await tab.reconnect({ restarted: true })
  await tab.clock.advance(1000)
  expect(tab.text()).toBe('3')
  await tab.disconnect()
  await tab.clock.advance(60_000)
  expect(told).toEqual(['first, and the tab answers ""', 'end of tab-1', 'end of tab-1'])
})

test('an interval that a description is given runs in each tab, for that tab’s layout', {
  tags: ['A3'],
}, async () => {
  const home = new Layout('home', { html: '<p id="at"></p>' }).onEventTime(1000, (layout) => {
    layout.driver.getDriverById('at').setText(layout.session.id)
  })
  const tab = await visit(home)
  const other = await tab.another()
  await tab.clock.advance(1000)
  expect([tab.text(), other.text()]).toEqual(['tab-1', 'tab-2'])
})

test('a page takes a class, a layout, or an arrow function that makes one for each session', {
  tags: ['A5'],
}, async () => {
  const made = () =>
    new Layout('made', { html: '<main lv-region="main"></main>', components: { main: Tally } })
  const tab = await visit(made)
  await tab.click('button')
  expect([tab.text(), (await tab.another()).text()]).toEqual(['tally 1', 'tally 0'])
  expect(() => page('/', 7 as never)).toThrow('received number 7')
})
