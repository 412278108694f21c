/** The table as a LiveViewJS view. */
import { createLiveView, html, type LiveView } from 'liveviewjs'
import { BUTTONS, TableModel } from './model.ts'

interface Context {
  table: TableModel
}

export const tableView = createLiveView<Context>({
  mount: (socket) => socket.assign({ table: new TableModel() }),
  handleEvent(event, socket) {
    const { type, id } = event as { type: string; id?: string }
    socket.context.table.handle({ event: type, id: Number(id) })
  },
  render: ({ table }) =>
    html`<div id="main">${BUTTONS.map((name) => html`<button id="${name}" phx-click="${name}">${name}</button>`)}<table class="table"><tbody id="tbody">${table.rows.map(
      ({ id, label }) =>
        html`<tr id="r${id}" class="${id === table.selected ? 'danger' : ''}"><td class="col-md-1">${id}</td><td class="col-md-4"><a phx-click="select" phx-value-id="${id}">${label}</a></td><td class="col-md-1"><a phx-click="remove" phx-value-id="${id}"><span class="glyphicon glyphicon-remove" aria-hidden="true"></span></a></td><td class="col-md-6"></td></tr>`,
    )}</tbody></table></div>`,
}) as unknown as LiveView
