/** The page as nodes that are kept at hand: what hand-written code would hold, and the floor for all others. */
import type { Change } from '../../fixture/changes.ts'
import { viewMarkup } from '../../fixture/markup.ts'
import type { Row, View } from '../../fixture/views.ts'
import { bench } from '../variant.ts'

interface CachedRow {
  row: HTMLElement
  label: Text
  text: string
}

export class CachedPage {
  private texts: Text[] = []
  private tbody: HTMLElement | undefined
  private readonly rows = new Map<number, CachedRow>()
  private readonly template = rowTemplate()

  show(view: View): void {
    const root = bench()
    root.textContent = ''
    this.rows.clear()
    this.texts = []
    this.tbody = undefined
    if (view.kind === 'slots') this.showSlots(root, viewMarkup(view))
    else {
      const table = document.createElement('table')
      table.className = 'table'
      this.tbody = table.appendChild(document.createElement('tbody'))
      this.insert(view.rows, null)
      root.append(table)
    }
  }

  make(changes: readonly Change[]): void {
    for (const change of changes) this.change(change)
  }

  /** Writes what differs from a whole page of the same rows. */
  adopt(view: View): void {
    if (view.kind !== 'table') throw new Error('Expected a table to take over, received slots.')
    for (const { id, label } of view.rows) {
      const cached = this.rows.get(id)!
      if (cached.text !== label) cached.label.data = cached.text = label
    }
  }

  private change(change: Change) {
    switch (change.op) {
      case 'text':
        this.texts[change.at]!.data = change.text
        break
      case 'label': {
        const cached = this.rows.get(change.id)!
        cached.label.data = cached.text = change.text
        break
      }
      case 'insert':
        this.insert(change.rows, this.rowNode(change.before))
        break
      case 'remove':
        this.rows.get(change.id)!.row.remove()
        this.rows.delete(change.id)
        break
      case 'move':
        this.tbody!.insertBefore(this.rows.get(change.id)!.row, this.rowNode(change.before))
        break
      case 'order':
        for (const id of change.ids) this.tbody!.appendChild(this.rows.get(id)!.row)
        break
      case 'view':
        this.show(change.view)
        break
      default:
        change satisfies never
    }
  }

  private rowNode(id: number): HTMLElement | null {
    return id === 0 ? null : this.rows.get(id)!.row
  }

  private insert(rows: readonly Row[], before: HTMLElement | null) {
    for (const { id, label } of rows) {
      const row = this.template.cloneNode(true) as HTMLElement
      const first = row.firstChild as HTMLElement
      ;(first.firstChild as Text).data = `${id}`
      const text = first.nextSibling!.firstChild!.firstChild as Text
      text.data = label
      this.rows.set(id, { row, label: text, text: label })
      this.tbody!.insertBefore(row, before)
    }
  }

  private showSlots(root: HTMLElement, markup: string) {
    root.innerHTML = markup
    this.texts = [...root.querySelectorAll('.slot')].map((element) => element.firstChild as Text)
  }
}

function rowTemplate(): HTMLElement {
  const template = document.createElement('template')
  template.innerHTML =
    '<tr><td class="col-md-1"> </td><td class="col-md-4"><a> </a></td><td class="col-md-1"><a><span class="glyphicon glyphicon-remove" aria-hidden="true"></span></a></td><td class="col-md-6"></td></tr>'
  return template.content.firstElementChild as HTMLElement
}
