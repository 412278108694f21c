/** Writes a project into the hash of an address and reads it: `#1.<base64url of deflate-raw>`. */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate'
import { readPayload, type SharedProject, sumOf, writePayload } from './payload.ts'
import { ShareError } from './share-error.ts'
import { meantHashes } from './strayed.ts'

const VERSION = '1'

/** The maximum size of an inflated link. */
const LARGEST = 1024 * 1024

/** Some chat programs cut addresses longer than about this. */
/** Some chat programs cut links that have more characters. */
export const LONG_FOR_CHAT = 2000

// One kilobyte of deflate inflates to about a megabyte at most, so no step can exceed the limit by more.
const INFLATE_STEP = 1024

/**
 * The hash of a link, with its `#`.
 * @throws ShareError `link-too-big` when the files together could not be opened again.
 */
export function encodeLink(shared: SharedProject, template?: string): string {
  const bytes = strToU8(writePayload(shared, template))
  if (bytes.length > LARGEST)
    throw new ShareError(
      'link-too-big',
      `Expected files of at most ${megabytes(LARGEST)} for a link, received ${megabytes(bytes.length)}. ` +
        'Remove some text before you share.',
    )
  return `#${VERSION}.${base64url(deflateSync(bytes, { level: 9 }))}`
}

/** Whether the hash of an address looks like a link at all (a plain anchor does not). */
export const isLink = (hash: string) => meantHashes(hash).length > 0

/** An opened link: the original hash and its contents. */
interface OpenedLink {
  readonly hash: string
  readonly shared: SharedProject
}

/**
 * The link in the hash of an address, whatever programs have added to it on the way.
 * @throws ShareError with a message for every way in which a link can be broken.
 */
export function openLink(hash: string): OpenedLink {
  const meant = meantHashes(hash)
  for (const one of meant) {
    try {
      return { hash: one, shared: decodeLink(one) }
    } catch {
      // The next candidate may be intact; if none is, the error is about the given one.
    }
  }
  return { hash, shared: decodeLink(meant.includes(hash) ? hash : (meant[0] ?? hash)) }
}

/**
 * The project in an unchanged hash.
 * @throws ShareError
 */
export function decodeLink(hash: string): SharedProject {
  const dot = hash.indexOf('.')
  const version = hash.slice(1, dot)
  if (version !== VERSION)
    throw new ShareError(
      'link-newer',
      `Expected a link of version ${VERSION}, received version ${version}. ` +
        'A newer Telar made it. Open it on the site where it was made.',
    )
  return readPayload(inflate(bytesIn(hash.slice(dot + 1))))
}

/** Names the copy that a link opens: the same link finds the same copy again. */
export const pageOfLink = (hash: string) =>
  `link/${sumOf(hash)}${sumOf([...hash].reverse().join(''))}${hash.length.toString(36)}`

function bytesIn(text: string): Uint8Array {
  if (text === '')
    throw new ShareError(
      'link-empty',
      'Expected code after the dot of this link, received nothing. Copy the whole link again.',
    )
  if (!/^[A-Za-z0-9_-]+$/.test(text)) {
    const at = text.search(/[^A-Za-z0-9_-]/)
    throw new ShareError(
      'link-letters',
      `Expected only letters, digits, - and _ after the dot of this link, received ${JSON.stringify(text[at])}. ` +
        'Copy the link again, without the text around it.',
    )
  }
  if (text.length > LARGEST * 1.5) throw tooBig()
  // A remainder of one character is less than a byte: characters at the end are missing.
  if (text.length % 4 === 1) throw truncated()
  const standard = text.replaceAll('-', '+').replaceAll('_', '/')
  return Uint8Array.from(atob(standard), (letter) => letter.charCodeAt(0))
}

function inflate(bytes: Uint8Array): string {
  const chunks: Uint8Array[] = []
  let size = 0
  let ended = false
  const stream = new Inflate((chunk, final) => {
    chunks.push(chunk)
    size += chunk.length
    ended = final
  })
  try {
    for (let at = 0; at < bytes.length && size <= LARGEST; at += INFLATE_STEP)
      stream.push(bytes.subarray(at, at + INFLATE_STEP), at + INFLATE_STEP >= bytes.length)
  } catch (cause) {
    if (cause instanceof Error && /unexpected EOF/.test(cause.message)) throw truncated()
    throw damaged()
  }
  if (size > LARGEST) throw tooBig()
  if (!ended) throw truncated()
  return strFromU8(joined(chunks, size))
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

function base64url(bytes: Uint8Array): string {
  let letters = ''
  // `fromCharCode` takes its bytes as arguments, and a stack has room for only so many.
  for (let at = 0; at < bytes.length; at += 0x4000)
    letters += String.fromCharCode(...bytes.subarray(at, at + 0x4000))
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

const truncated = () =>
  new ShareError(
    'link-truncated',
    'Expected a whole link, received one that a program cut. Copy all of it from where it was sent.',
  )

const damaged = () =>
  new ShareError(
    'link-damaged',
    'Expected a link that can be read, received one that was changed on the way. Copy it again from where it was sent.',
  )

const tooBig = () =>
  new ShareError(
    'link-too-big',
    `Expected at most ${megabytes(LARGEST)} in this link, received more, so it stays closed. ` +
      'Telar makes no such links.',
  )

const megabytes = (bytes: number) =>
  `${(bytes / LARGEST).toLocaleString('en', { maximumFractionDigits: 1 })} MB`
