/** The table of js-framework-benchmark for keyed implementations: same ids, buttons and meanings. */
import { each, html, LiveComponent } from 'telar'

interface Row {
  id: number
  label: string
}

export default class KeyedTable extends LiveComponent {
  rows: Row[] = []
  selected = 0
  nextId = 1

  run() {
    this.rows = this.build(1_000)
    this.selected = 0
  }

  runLots() {
    this.rows = this.build(10_000)
    this.selected = 0
  }

  add() {
    this.rows.push(...this.build(1_000))
  }

  update() {
    for (let at = 0; at < this.rows.length; at += 10) this.rows[at]!.label += ' !!!'
  }

  clear() {
    this.rows = []
    this.selected = 0
  }

  swapRows() {
    const { rows } = this
    if (rows.length < 999) return
    const [second, last] = [rows[1]!, rows[998]!]
    rows[1] = last
    rows[998] = second
  }

  select(id: number) {
    this.selected = id
  }

  remove(id: number) {
    this.rows.splice(
      this.rows.findIndex((row) => row.id === id),
      1,
    )
  }

  getTemplate() {
    return html`<div id="main">
      <div class="container">
        <div class="jumbotron">
          <div class="row">
            <div class="col-md-6"><h1>Telar</h1></div>
            <div class="col-md-6">
              <div class="row">
                <div class="col-sm-6 smallpad">
                  <button type="button" class="btn btn-primary btn-block" id="run" lv-click=${this.run}>Create 1,000 rows</button>
                </div>
                <div class="col-sm-6 smallpad">
                  <button type="button" class="btn btn-primary btn-block" id="runlots" lv-click=${this.runLots}>Create 10,000 rows</button>
                </div>
                <div class="col-sm-6 smallpad">
                  <button type="button" class="btn btn-primary btn-block" id="add" lv-click=${this.add}>Append 1,000 rows</button>
                </div>
                <div class="col-sm-6 smallpad">
                  <button type="button" class="btn btn-primary btn-block" id="update" lv-click=${this.update}>Update every 10th row</button>
                </div>
                <div class="col-sm-6 smallpad">
                  <button type="button" class="btn btn-primary btn-block" id="clear" lv-click=${this.clear}>Clear</button>
                </div>
                <div class="col-sm-6 smallpad">
                  <button type="button" class="btn btn-primary btn-block" id="swaprows" lv-click=${this.swapRows}>Swap Rows</button>
                </div>
              </div>
            </div>
          </div>
        </div>
        <table class="table table-hover table-striped test-data">
          <tbody id="tbody">
            ${each(
              this.rows,
              (row) => row.id,
              (row) =>
                html`<tr class=${row.id === this.selected ? 'danger' : null}><td class="col-md-1">${row.id}</td><td class="col-md-4"><a lv-click=${() => this.select(row.id)}>${row.label}</a></td><td class="col-md-1"><a lv-click=${() => this.remove(row.id)}><span class="glyphicon glyphicon-remove" aria-hidden="true"></span></a></td><td class="col-md-6"></td></tr>`,
            )}
          </tbody>
        </table>
        <span class="preloadicon glyphicon glyphicon-remove" aria-hidden="true"></span>
      </div>
    </div>`
  }

  private build(count: number): Row[] {
    return Array.from({ length: count }, () => ({
      id: this.nextId++,
      label: `${this.oneOf(ADJECTIVES)} ${this.oneOf(COLOURS)} ${this.oneOf(NOUNS)}`,
    }))
  }

  private oneOf(words: readonly string[]): string {
    return words[Math.floor(this.random() * words.length)]!
  }
}

// The benchmark's own words, so that a row has the same size as elsewhere.
const ADJECTIVES =
  'pretty large big small tall short long handsome plain quaint clean elegant easy angry crazy helpful mushy odd unsightly adorable important inexpensive cheap expensive fancy'.split(
    ' ',
  )
const COLOURS = 'red yellow blue green pink brown purple brown white black orange'.split(' ')
const NOUNS =
  'table chair house bbq desk car pony cookie sandwich burger pizza mouse keyboard'.split(' ')
