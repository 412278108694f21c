/** The plainest server: each event is answered with the whole page as HTML over `ws`. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { BUTTONS, EMPTY, handled, type Table, type TableEvent } from './model.ts'

export async function serveFatHtml(script: string): Promise<string> {
  const http = createServer((request, response) => {
    const isScript = request.url === '/client.js'
    response.writeHead(200, {
      'content-type': `${isScript ? 'text/javascript' : 'text/html'}; charset=utf-8`,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    })
    response.end(isScript ? script : documentOf(EMPTY))
  })
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
  sockets.on('connection', (socket) => {
    let table = EMPTY
    socket.on('message', (message: Buffer) => {
      table = handled(table, JSON.parse(message.toString()) as TableEvent)
      socket.send(pageOf(table))
    })
    socket.send('')
  })
  await new Promise<void>((resolve) => http.listen(0, 'localhost', resolve))
  return `http://localhost:${(http.address() as AddressInfo).port}`
}

const documentOf = (table: Table) =>
  `<!doctype html><html><body>${pageOf(table)}<script src="/client.js"></script></body></html>`

function pageOf({ rows, selected }: Table): string {
  const buttons = BUTTONS.map((name) => `<button id="${name}" data-on="${name}">${name}</button>`)
  const markup = rows.map(
    ({ id, label }) =>
      `<tr id="r${id}"${id === selected ? ' class="danger"' : ''}><td class="col-md-1">${id}</td><td class="col-md-4"><a data-on="select" data-id="${id}">${label}</a></td><td class="col-md-1"><a data-on="remove" data-id="${id}"><span class="glyphicon glyphicon-remove" aria-hidden="true"></span></a></td><td class="col-md-6"></td></tr>`,
  )
  return `<div id="main">${buttons.join('')}<table class="table"><tbody id="tbody">${markup.join('')}</tbody></table></div>`
}
