/** The table as a LiveViewJS view. */
import { createLiveView, html, type LiveView } from 'liveviewjs'
import { BUTTONS, EMPTY, handled, type Table } from './model.ts'

export const tableView = createLiveView<Table>({
  mount: (socket) => socket.assign(EMPTY),
  handleEvent(event, socket) {
    const { type, id } = event as { type: string; id?: string }
    socket.assign(handled(socket.context, { event: type, id: Number(id) }))
  },
  render: ({ rows, selected }) =>
    html`<div id="main">${BUTTONS.map((name) => html`<button id="${name}" phx-click="${name}">${name}</button>`)}<table class="table"><tbody id="tbody">${rows.map(
      ({ id, label }) =>
        html`<tr id="r${id}" class="${id === selected ? 'danger' : ''}"><td class="col-md-1">${id}</td><td class="col-md-4"><a phx-click="select" phx-value-id="${id}">${label}</a></td><td class="col-md-1"><a phx-click="remove" phx-value-id="${id}"><span class="glyphicon glyphicon-remove" aria-hidden="true"></span></a></td><td class="col-md-6"></td></tr>`,
    )}</tbody></table></div>`,
}) as unknown as LiveView
