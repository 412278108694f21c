/** The component that the benches run: each event brings the next of some views. */
import { type ComponentClass, each, html, LiveComponent, type Page, page } from 'telar'
import type { Row, View } from '../fixture/views.ts'

/** A page at `/<name>` that goes through `views`, of which the first one is painted by HTTP. */
export function scriptedPage(name: string, views: readonly View[]): Page {
  class Scripted extends LiveComponent {
    at = 0

    select(_id: number) {
      this.at++
    }

    remove(_id: number) {
      this.at++
    }

    next() {
      this.at++
    }

    getTemplate() {
      const view = views[this.at]!
      return html`<div id="bench">${view.kind === 'table' ? this.table(view.rows) : slots(view.values)}</div><button id="next" lv-click=${this.next}></button>`
    }

    private table(rows: readonly Row[]) {
      return html`<table class="table"><tbody id="rows">${each(
        rows,
        (row) => row.id,
        (row) =>
          html`<tr><td class="col-md-1">${row.id}</td><td class="col-md-4"><a lv-click=${() => this.select(row.id)}>${row.label}</a></td><td class="col-md-1"><a lv-click=${() => this.remove(row.id)}><span class="glyphicon glyphicon-remove" aria-hidden="true"></span></a></td><td class="col-md-6"></td></tr>`,
      )}</tbody></table>`
    }
  }
  return page(`/${name}`, Scripted as ComponentClass, { title: name })
}

// One literal, so that the fifty are slots of one template as in any hand-written page.
const slots = (v: readonly string[]) =>
  html`<div class="slots"><p>${v[0]}</p><p>${v[1]}</p><p>${v[2]}</p><p>${v[3]}</p><p>${v[4]}</p><p>${v[5]}</p><p>${v[6]}</p><p>${v[7]}</p><p>${v[8]}</p><p>${v[9]}</p><p>${v[10]}</p><p>${v[11]}</p><p>${v[12]}</p><p>${v[13]}</p><p>${v[14]}</p><p>${v[15]}</p><p>${v[16]}</p><p>${v[17]}</p><p>${v[18]}</p><p>${v[19]}</p><p>${v[20]}</p><p>${v[21]}</p><p>${v[22]}</p><p>${v[23]}</p><p>${v[24]}</p><p>${v[25]}</p><p>${v[26]}</p><p>${v[27]}</p><p>${v[28]}</p><p>${v[29]}</p><p>${v[30]}</p><p>${v[31]}</p><p>${v[32]}</p><p>${v[33]}</p><p>${v[34]}</p><p>${v[35]}</p><p>${v[36]}</p><p>${v[37]}</p><p>${v[38]}</p><p>${v[39]}</p><p>${v[40]}</p><p>${v[41]}</p><p>${v[42]}</p><p>${v[43]}</p><p>${v[44]}</p><p>${v[45]}</p><p>${v[46]}</p><p>${v[47]}</p><p>${v[48]}</p><p>${v[49]}</p></div>`
