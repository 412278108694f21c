/** Streams: what crosses the wire, what is kept of it, and how rows come again. */
import { expect, test } from 'vitest'
import { each, html, LiveComponent, mount, stream, type View } from '../../engine/index.ts'
import { byRole, type Tab, visit } from '../../engine/testing/index.ts'
import { gate } from './support/gate.ts'

interface Line {
  id: number
  text: string
}

const line = (id: number): Line => ({ id, text: `line ${id}` })

/** A page with a stream over a table that stands for a database. */
function stage(limit?: number) {
  const table = new Map<number, Line>([1, 2, 3].map((id) => [id, line(id)]))
  const asked: number[][] = []
  class Log extends LiveComponent {
    lines = stream((row: Line) => row.id, {
      limit,
      refill: (ids) => {
        asked.push(ids)
        return ids.flatMap((id) => table.get(id) ?? [])
      },
    })
    shown = true
    opened = ''
    start() {
      this.lines.append(...table.values())
    }
    append() {
      const row = line(table.size + 1)
      table.set(row.id, row)
      this.lines.append(row)
    }
    prepend() {
      const row = line(-table.size)
      table.set(row.id, row)
      this.lines.prepend(row)
    }
    insert() {
      this.lines.insert(1, line(3), line(50))
    }
    change() {
      table.set(2, { id: 2, text: 'changed' })
      this.lines.append(table.get(2)!)
    }
    drop() {
      this.lines.delete(2, 99)
    }
    reset() {
      this.lines.reset([line(3), line(9)])
    }
    fail() {
      this.lines.delete(1)
      this.lines.append({ id: 2, text: 'never' }, line(77))
      throw new Error('after all')
    }
    hide() {
      this.shown = !this.shown
    }
    getTemplate() {
      const names = [
        'append',
        'prepend',
        'insert',
        'change',
        'drop',
        'reset',
        'fail',
        'hide',
      ] as const
      return html`${names.map((name) => html`<button lv-click=${this[name]}>${name}</button>`)}
        <p>${this.opened}</p>${
          this.shown
            ? html`<ol>${each(
                this.lines,
                (row) =>
                  html`<li>${row.text}${
                    row.id > 2
                      ? html`<a href="#" lv-click=${() => {
                          this.opened = `late ${row.text}`
                        }}>late</a>`
                      : ''
                  }<b lv-click=${() => {
                    this.opened = row.text
                  }}>open</b></li>`,
              )}</ol>`
            : ''
        }`
    }
  }
  return { Log, table, asked }
}

const click = (tab: Tab, name: string) => tab.click(byRole('button', { name }))
const rows = (tab: Tab) =>
  tab.has('ol')
    ? tab
        .text('ol')
        .replaceAll(/line |late|open/g, '')
        .split('\n')
    : []

test('a stream’s rows are in the first paint; append and prepend send one row each', {
  tags: ['A4', 'streams'],
}, async () => {
  const { Log, asked } = stage()
  const tab = await visit(Log)
  expect(rows(tab)).toEqual(['1', '2', '3'])
  await click(tab, 'append')
  expect(tab.frames.flatMap(({ ops }) => ops.map(({ op }) => op))).toEqual([
    'template',
    'template',
    'insert',
    'insert',
  ])
  await click(tab, 'prepend')
  expect(rows(tab)).toEqual(['-4', '1', '2', '3', '4'])
  expect(asked).toEqual([])
})

test('insert moves and puts in, delete and reset take out, a known key takes its new content', {
  tags: ['A4'],
}, async () => {
  const { Log, asked } = stage()
  const tab = await visit(Log)
  await click(tab, 'insert')
  expect(rows(tab)).toEqual(['1', '3', '50', '2'])
  await click(tab, 'change')
  expect(rows(tab)).toEqual(['1', '3', '50', 'changed'])
  await click(tab, 'drop')
  expect(tab.frames.flatMap(({ ops }) => ops)).toEqual([{ op: 'remove', base: expect.anything() }])
  await click(tab, 'reset')
  expect(rows(tab)).toEqual(['3', '9'])
  expect(asked).toEqual([])
})

test('a limit drops rows at the other end', { tags: ['A4'] }, async () => {
  const { Log } = stage(3)
  const tab = await visit(Log)
  await click(tab, 'append')
  expect(rows(tab)).toEqual(['2', '3', '4'])
  await click(tab, 'prepend')
  expect(rows(tab)).toEqual(['-4', '2', '3'])
})

test('the handler of a row asks for that row alone, nested templates included; one that is gone is told stale', {
  tags: ['A4', 'A7', 'streams'],
}, async () => {
  const { Log, table, asked } = stage()
  const tab = await visit(Log)
  await tab.click('li:nth-child(2) b')
  expect([tab.text('p'), asked.splice(0)]).toEqual(['line 2', [[2]]])
  await tab.click('li:nth-child(3) a')
  expect([tab.text('p'), asked.splice(0)]).toEqual(['late line 3', [[3]]])
  table.delete(1)
  await tab.click('li:nth-child(1) b')
  expect(tab.text('p')).toBe('late line 3')
})

test('a repaint, a take-over and a list that comes back ask for all rows again', {
  tags: ['A4', 'A10', 'streams'],
}, async () => {
  const { Log, table, asked } = stage()
  const tab = await visit(Log)
  await click(tab, 'append')
  await click(tab, 'hide')
  expect(rows(tab)).toEqual([])
  await click(tab, 'hide')
  expect([rows(tab), asked.splice(0)]).toEqual([['1', '2', '3', '4'], [[1, 2, 3, 4]]])
  table.delete(2)
  await tab.reconnect({ restarted: true })
  expect([rows(tab), asked.splice(0)]).toEqual([['1', '3', '4'], [[1, 2, 3, 4]]])
  await tab.click('li:nth-child(2) b')
  expect(tab.text('p')).toBe('line 3')
})

test('a handler that changes a stream and throws is taken back', {
  tags: ['A4', 'A2'],
}, async () => {
  const { Log } = stage()
  const tab = await visit(Log)
  await expect(click(tab, 'fail')).rejects.toThrow('after all')
  expect(rows(tab)).toEqual(['1', '2', '3'])
  await click(tab, 'append')
  expect(rows(tab)).toEqual(['1', '2', '3', '4'])
})

test('a refill may take its time: rows come when they are there, a take-over waits, a row’s handler too', {
  tags: ['A4'],
}, async () => {
  let wait = Promise.resolve()
  class Log extends LiveComponent {
    lines = stream((row: Line) => row.id, {
      refill: async (ids) => {
        await wait
        return ids.map(line).reverse()
      },
    })
    shown = true
    opened = ''
    start() {
      this.lines.append(line(1), line(2))
    }
    getTemplate() {
      return html`<button lv-click=${() => {
        this.shown = !this.shown
      }}>hide</button><p>${this.opened}</p>${
        this.shown
          ? html`<ol>${each(
              this.lines,
              (row) =>
                html`<li lv-click=${() => {
                  this.opened = row.text
                }}>${row.text}</li>`,
            )}</ol>`
          : ''
      }`
    }
  }
  const tab = await visit(Log)
  await tab.reconnect({ restarted: true })
  expect(rows(tab)).toEqual(['1', '2'])
  await tab.click('li:nth-child(2)')
  expect(tab.text('p')).toBe('line 2')
  const { promise, open } = gate<void>()
  wait = promise
  await click(tab, 'hide')
  await click(tab, 'hide')
  expect(tab.text('ol')).toBe('')
  await open()
  await tab.clock.advance(0)
  expect(rows(tab)).toEqual(['1', '2'])
})

test('what is put in while a refill is on its way is newer than what it brings, and what was taken out stays out', {
  tags: ['A4'],
}, async () => {
  const { promise, open } = gate<Line[]>()
  let isSlow = false
  class Log extends LiveComponent {
    lines = stream((row: Line) => row.id, {
      refill: (ids) => (isSlow ? promise : ids.map(line)),
    })
    shown = true
    start() {
      this.lines.append(line(1), line(2), line(3))
    }
    getTemplate() {
      return html`<button lv-click=${() => {
        this.shown = !this.shown
      }}>hide</button><button lv-click=${() => {
        this.lines.append({ id: 1, text: 'newer' })
        this.lines.delete(2)
      }}>change</button>${
        this.shown ? html`<ol>${each(this.lines, (row) => html`<li>${row.text}</li>`)}</ol>` : ''
      }`
    }
  }
  const tab = await visit(Log)
  await click(tab, 'hide')
  isSlow = true
  await click(tab, 'hide')
  await click(tab, 'change')
  await open([line(1), line(2), line(3)])
  await tab.clock.advance(0)
  expect(rows(tab)).toEqual(['newer', '3'])
})

test('a stream as a slot, shown by a child', { tags: ['A4'] }, async () => {
  class Frame extends LiveComponent<{ children: View }> {
    n = 0
    getTemplate() {
      return html`<h1 lv-click=${() => this.n++}>${this.n}</h1><ol>${this.props.children}</ol>`
    }
  }
  class Page extends LiveComponent {
    lines = stream((row: Line) => row.id, { refill: (ids) => ids.map(line) })
    start() {
      this.lines.append(line(1))
    }
    getTemplate() {
      return html`<button lv-click=${() => this.lines.append(line(2))}>append</button>${mount(
        Frame,
        {
          children: each(this.lines, (row) => html`<li>${row.text}</li>`),
        },
      )}`
    }
  }
  const tab = await visit(Page)
  await tab.click('h1')
  await click(tab, 'append')
  await tab.click('h1')
  expect([tab.text('h1'), rows(tab)]).toEqual(['2', ['1', '2']])
  await tab.reconnect({ restarted: true })
  expect([tab.text('h1'), rows(tab)]).toEqual(['2', ['1', '2']])
})

test('a row of a stream that mounts a component is refused with a sentence', {
  tags: ['A4'],
}, async () => {
  class Leaf extends LiveComponent {
    getTemplate() {
      return ''
    }
  }
  class Page extends LiveComponent {
    lines = stream((row: Line) => row.id, { refill: () => [] })
    start() {
      this.lines.append(line(1))
    }
    getTemplate() {
      return html`<ol>${each(this.lines, () => html`<li>${mount(Leaf)}</li>`)}</ol>`
    }
  }
  await expect(visit(Page)).rejects.toThrow('received a mount()')
})
