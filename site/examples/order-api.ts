/** An API for other programs: `POST /examples/order-board/orders` puts an order on every screen. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type OrderBook, readOrder } from './order-book.ts'

const MAX_BYTES = 4096

/** Answers 201 with the order, or an error status and a sentence that says what to send instead. */
export async function answerOrders(
  book: OrderBook,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'GET') return send(response, 200, book.list())
  if (request.method !== 'POST') {
    response.setHeader('Allow', 'GET, POST')
    return send(response, 405, { error: `Expected GET or POST, received ${request.method}.` })
  }
  // A page of another site can't send this type without a preflight request, which is not answered.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return send(response, 415, {
      error: 'Expected an order as application/json, received another type.',
    })
  }
  const body = await textOf(request)
  if (body === undefined) {
    return send(response, 413, {
      error: `Expected an order of at most ${MAX_BYTES} bytes, received more.`,
    })
  }
  const order = readOrder(parsed(body))
  if ('problems' in order) {
    const error =
      'Expected {"table": "7", "dish": "Empanada", "quantity": 2}, received another order.'
    return send(response, 422, { error, problems: order.problems })
  }
  send(response, 201, book.add(order))
}

async function textOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > MAX_BYTES) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function send(response: ServerResponse, status: number, told: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(`${JSON.stringify(told)}\n`)
}
