/** Receives error reports of a preview page and passes them to the page that booted the container. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Container } from '../container.ts'
import type { PreviewNote } from '../messages.ts'

const MAX_REPORT = 16 * 1024

export async function takeReport(
  container: Container,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const note = await readNote(request).catch(() => null)
  if (note) container.reportPreview({ ...note, port, previewId: container.id })
  response.writeHead(note ? 204 : 400).end()
}

async function readNote(request: IncomingMessage): Promise<PreviewNote | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > MAX_REPORT) return null
    parts.push(part)
  }
  const note = JSON.parse(Buffer.concat(parts).toString('utf8')) as Partial<PreviewNote> | null
  return note && typeof note.type === 'string' ? (note as PreviewNote) : null
}
