/** A server whose listeners never see a request that is malformed or meant for another name. */
import { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Refusal, refusalOf } from './target.ts'

// Node hands all of these to listeners; one that is missing here would be a way around the guard.
const WITH_REQUEST: ReadonlySet<string> = new Set([
  'request',
  'upgrade',
  'connect',
  'checkContinue',
  'checkExpectation',
])

export class GuardedServer extends Server {
  private readonly hosts: readonly string[]

  constructor(hosts: readonly string[]) {
    super()
    this.hosts = hosts
    // Without a listener Node would close such a connection without an answer.
    this.on('connect', () => {})
  }

  override emit(event: string, ...given: unknown[]): boolean {
    const [request, answer] = given
    if (!WITH_REQUEST.has(event) || !(request instanceof IncomingMessage))
      return super.emit(event, ...given)
    const refusal = refusalOf(request, this.hosts)
    if (!refusal) return super.emit(event, ...given)
    if (answer instanceof ServerResponse) answerRefusal(answer, refusal)
    else refuseUpgrade(answer as Duplex, refusal)
    return true
  }
}

export function answerRefusal(response: ServerResponse, { status, sentence }: Refusal): void {
  response.on('error', () => {})
  response.writeHead(Number(status.slice(0, 3)), {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
  })
  response.end(`${sentence}\n`)
}

/** Answers an upgrade that is refused. */
export function refuseUpgrade(
  socket: Duplex,
  { status, sentence }: { status: string; sentence: string },
): void {
  socket.on('error', () => socket.destroy())
  const text = sentence && `${sentence}\n`
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  )
}
