/** The same pages for LiveViewJS. */
import { createLiveView, html, type LiveView } from 'liveviewjs'
import { chance, label, type Row, rowsFrom } from '../fixture/views.ts'

const counter = createLiveView<{ count: number }>({
  mount: (socket) => socket.assign({ count: 0 }),
  handleEvent: (_event, socket) => socket.assign({ count: socket.context.count + 1 }),
  render: ({ count }) => html`<button phx-click="add">Clicked ${count} times</button>`,
})

const list = (count: number) =>
  createLiveView<{ rows: Row[]; clicks: number }>({
    mount: (socket) => socket.assign({ rows: rowsFrom(1, count, chance(1)), clicks: 0 }),
    handleEvent(_event, socket) {
      const rows = [...socket.context.rows]
      const { clicks } = socket.context
      const at = (clicks * 379) % rows.length
      rows[at] = { id: rows[at]!.id, label: label(chance(clicks + 1)) }
      socket.assign({ rows, clicks: clicks + 1 })
    },
    render: ({ rows }) =>
      html`<table><tbody>${rows.map(
        ({ id, label }) =>
          html`<tr><td>${id}</td><td><a phx-click="select" phx-value-id="${id}">${label}</a></td><td><a phx-click="remove" phx-value-id="${id}">×</a></td></tr>`,
      )}</tbody></table>`,
  })

/** `tell` reaches every tab's view. */
const news = (tell: (issue: number) => void) =>
  createLiveView<{ issue: number }, { type: 'print' }, { type: 'news'; issue: number }>({
    async mount(socket) {
      socket.assign({ issue: 0 })
      await socket.subscribe('news')
    },
    handleEvent: (_event, socket) => tell(socket.context.issue + 1),
    handleInfo: ({ issue }, socket) => socket.assign({ issue }),
    render: ({ issue }) => html`<button phx-click="print">Issue ${issue}</button>`,
  })

export const views = (tell: (issue: number) => void) =>
  ({
    '/counter': counter,
    '/list-100': list(100),
    '/list-1k': list(1_000),
    '/news': news(tell),
  }) as unknown as Record<string, LiveView>
