/** What the server under test serves: a counter, lists, and news for all, by views of each tab's own and by shared ones. */
import { each, html, LiveComponent, page } from 'telar'
import { chance, label, type Row, rowsFrom } from '../fixture/views.ts'

class Counter extends LiveComponent {
  count = 0

  add() {
    this.count++
  }

  getTemplate() {
    return html`<button lv-click=${this.add}>Clicked ${this.count} times</button>`
  }
}

/** A click anywhere gives one row a new label. */
abstract class List extends LiveComponent {
  rows: Row[] = this.fresh()
  clicks = 0

  protected abstract fresh(): Row[]

  relabel() {
    const at = (this.clicks++ * 379) % this.rows.length
    this.rows[at] = { id: this.rows[at]!.id, label: label(chance(this.clicks)) }
  }

  select(_id: number) {
    this.relabel()
  }

  remove(_id: number) {
    this.relabel()
  }

  getTemplate() {
    return html`<table><tbody>${each(
      this.rows,
      (row) => row.id,
      (row) =>
        html`<tr><td>${row.id}</td><td><a lv-click=${() => this.select(row.id)}>${row.label}</a></td><td><a lv-click=${() => this.remove(row.id)}>×</a></td></tr>`,
    )}</tbody></table>`
  }
}

class List100 extends List {
  protected fresh() {
    return rowsFrom(1, 100, chance(1))
  }
}

class List1000 extends List {
  protected fresh() {
    return rowsFrom(1, 1_000, chance(1))
  }
}

/** A click in one tab changes what all tabs show. */
class News extends LiveComponent {
  issue = 0

  connected() {
    this.subscribe<number>('news', (issue) => {
      this.issue = issue
    })
  }

  print() {
    this.publish<number>('news', this.issue + 1)
  }

  getTemplate() {
    return html`<button lv-click=${this.print}>Issue ${this.issue}</button>`
  }
}

class SharedNews extends News {
  static sharedView = true
}

/** The same with a front page under it, of which one line is new. */
class FrontPage extends LiveComponent {
  lines: Row[] = rowsFrom(1, 100, chance(1))

  connected() {
    this.subscribe<number>('front-page', (issue) => {
      const at = (issue * 37) % this.lines.length
      this.lines[at] = { id: this.lines[at]!.id, label: `${label(chance(issue))} ${issue}` }
    })
  }

  print() {
    this.publish<number>('front-page', ++issues)
  }

  getTemplate() {
    return html`<button lv-click=${this.print}>Print</button><ol>${each(
      this.lines,
      ({ id }) => id,
      ({ id, label }) => html`<li data-id=${id} lv-click=${this.print}><b>${id}</b> ${label}</li>`,
    )}</ol>`
  }
}

class SharedFrontPage extends FrontPage {
  static sharedView = true
}

let issues = 0

export const pages = [
  page('/counter', Counter, { title: 'counter' }),
  page('/list-100', List100, { title: 'list' }),
  page('/list-1k', List1000, { title: 'list' }),
  page('/news', News, { title: 'news' }),
  page('/news-shared', SharedNews, { title: 'news' }),
  page('/front-page', FrontPage, { title: 'news' }),
  page('/front-page-shared', SharedFrontPage, { title: 'news' }),
]
