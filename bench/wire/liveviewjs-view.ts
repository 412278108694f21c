/** The bench's views as a LiveViewJS view: each event brings the next one. */
import { createLiveView, html, type LiveView } from 'liveviewjs'
import { slotStatics } from '../fixture/markup.ts'
import type { View } from '../fixture/views.ts'

export const scriptedView = (views: readonly View[]): LiveView =>
  createLiveView<{ at: number }>({
    mount: (socket) => socket.assign({ at: 0 }),
    handleEvent: (_event, socket) => socket.assign({ at: socket.context.at + 1 }),
    render: ({ at }) => html`<div id="bench">${content(views[at]!)}</div>`,
  }) as unknown as LiveView

function content(view: View) {
  if (view.kind === 'slots') return slots(view)
  return html`<table class="table"><tbody id="rows">${view.rows.map(
    ({ id, label }) =>
      html`<tr id="r${id}"><td class="col-md-1">${id}</td><td class="col-md-4"><a phx-click="select" phx-value-id="${id}">${label}</a></td><td class="col-md-1"><a phx-click="remove" phx-value-id="${id}"><span class="glyphicon glyphicon-remove" aria-hidden="true"></span></a></td><td class="col-md-6"></td></tr>`,
  )}</tbody></table>`
}

// Fifty slots of one literal, which is called with its statics here.
const slots = (view: View & { kind: 'slots' }) =>
  html(slotStatics(view) as unknown as TemplateStringsArray, ...view.values)
