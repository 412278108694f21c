/** Reads the body of a form that a browser has sent: its text fields by name, within limits. */
import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'

/** Names → texts; several of one name are a list. Without a prototype: a field may have any name. */
export type SentFields = Record<string, string | string[]>

/** Why a form is not taken. */
export interface FormRefusal {
  status: 400 | 413 | 415 | 500
  sentence: string
}

interface Limits {
  bytes: number
  fields: number
}

/** The fields, or why they are refused. After a 413 the connection must be closed: the rest of the body is not read. */
export async function readForm(
  request: IncomingMessage,
  limits: Limits,
): Promise<{ fields: SentFields } | FormRefusal> {
  const type = request.headers['content-type'] ?? ''
  const [, kind = '', charset = 'utf-8'] =
    /^([^;\s]+)(?:.*;\s*charset="?([^\s";]+))?/is.exec(type) ?? []
  const isMultipart = kind.toLowerCase() === 'multipart/form-data'
  if (!isMultipart && kind.toLowerCase() !== 'application/x-www-form-urlencoded')
    return refusal(415, `a form (urlencoded or multipart)`, `${shown(type)}`)
  if (!/^(utf-?8|us-ascii)$/i.test(charset))
    return refusal(415, 'a form in UTF-8', `one in ${shown(charset)}`)
  if (!/^(identity)?$/i.test(request.headers['content-encoding'] ?? ''))
    return refusal(415, 'a form that is not compressed', 'a compressed one')
  if (request.readableDidRead || request.complete)
    return {
      status: 500,
      sentence:
        'Expected the body of the form, received a request whose body was read already. Call live.handle before what parses bodies, such as express.urlencoded().',
    }
  const body = await readBody(request, limits.bytes)
  if (!body) return refusal(413, `at most ${limits.bytes} bytes in a form`, 'more', SMALLER)
  if (!isUtf8(body)) return refusal(400, 'a form in UTF-8', 'other bytes')
  const entries = isMultipart ? await multipart(body, type) : urlencoded(body, limits.fields)
  if (!Array.isArray(entries)) return entries
  if (entries.length > limits.fields)
    return refusal(413, `at most ${limits.fields} fields in a form`, 'more', SMALLER)
  return byName(entries)
}

type Entries = (readonly [string, string])[]

async function readBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > most) return undefined
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length
    if (bytes > most) return undefined
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

function urlencoded(body: Buffer, most: number): Entries | FormRefusal {
  if (body.length === 0) return []
  // One more than allowed is enough to know that there are too many.
  const pairs = body.toString().split('&', most + 1)
  const entries: Entries = []
  for (const pair of pairs) {
    const equals = pair.indexOf('=')
    const [name, value] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
    try {
      entries.push([decoded(name), decoded(value)])
    } catch {
      return refusal(400, 'fields in UTF-8', shown(pair))
    }
  }
  return entries
}

const decoded = (text: string) => decodeURIComponent(text.replaceAll('+', ' '))

async function multipart(body: Buffer, type: string): Promise<Entries | FormRefusal> {
  let data: FormData
  try {
    data = await new Response(new Uint8Array(body), {
      headers: { 'content-type': type },
    }).formData()
  } catch {
    return refusal(400, 'the parts of a form', 'a body that can’t be divided into them')
  }
  const entries: Entries = []
  for (const [name, value] of data.entries()) {
    if (typeof value === 'string') entries.push([name, value])
    // A field for files that was left empty is sent too.
    else if (value.size > 0 || value.name)
      return refusal(415, 'texts in a form', `a file (${shown(name)})`)
  }
  return entries
}

function byName(entries: Entries): { fields: SentFields } | FormRefusal {
  const fields: SentFields = Object.create(null)
  for (const [name, sent] of entries) {
    // A browser writes a line's end as two characters here, whatever the field holds.
    const value = sent.replaceAll('\r\n', '\n')
    if (RESERVED.test(name)) return refusal(400, 'names of fields', shown(name))
    const known = fields[name]
    if (known === undefined) fields[name] = value
    else if (Array.isArray(known)) known.push(value)
    else fields[name] = [known, value]
  }
  return { fields }
}

// Every object has these names: a program that writes to them by a field's name would change others.
const RESERVED = /(^|[.[])(__proto__|constructor|prototype)([.\]]|$)/

const SMALLER = 'Nothing was changed. Send less.'

const refusal = (
  status: FormRefusal['status'],
  wanted: string,
  received: string,
  advice = 'Nothing was changed. Open the page again and fill in the form there.',
): FormRefusal => ({ status, sentence: `Expected ${wanted}, received ${received}. ${advice}` })

// A stranger wrote it, and it may be long.
const shown = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
