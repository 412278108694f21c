/** The component that the benches run: each event brings the next of some views. */
import {
  type ComponentClass,
  each,
  html,
  LiveComponent,
  type Page,
  page,
  type Rendered,
} from 'telar'
import { slotStatics } from '../fixture/markup.ts'
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
      return html`<div id="bench">${view.kind === 'table' ? this.table(view.rows) : slots(view)}</div><button id="next" lv-click=${this.next}></button>`
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

// The fifty are slots of one literal, as in any page that is written by hand; its statics are the same object each time.
function slots(view: View & { kind: 'slots' }): Rendered {
  const name = view.bare ? 'bare' : 'framed'
  literals[name] ??= Object.assign(slotStatics(view), { raw: [] })
  return html(literals[name], ...view.values)
}

const literals: { bare?: TemplateStringsArray; framed?: TemplateStringsArray } = {}
