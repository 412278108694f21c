/** Packs what a tab shows into a few bytes: structure, slot numbers and keys as they are, texts as one hash for each instance. */
import { Reader, unzigzag, zigzag } from '../protocol/bytes.ts'
import { Writer } from '../protocol/encode-ops.ts'
import { type ChildContent, Instance, RawContent, Region, Rows, StreamRows } from './instances.ts'
import { Rendered } from './rendered.ts'
import { type Template, templateOf } from './template.ts'

/** Stands for the run of an instance that was packed: its values are gone, but the hash can recognise them. */
export class FadedRun extends Rendered {
  readonly hash: number
  constructor(template: Template, hash: number) {
    super(template, [], undefined)
    this.hash = hash
  }
}

/** The content of a raw child slot in a packed instance. No markup has this character, so it never equals a new value. */
export const UNKNOWN = '\0'

/**
 * A root slot's rows as a string of one byte a character; undefined if they can't be packed: other components, streams, and
 * texts that are forgotten already.
 *
 * child slot = 0 text · 1 raw markup · 2 rows: count, instances · instance = template << 1 | has structure, base − previous base,
 * key, hash (4 bytes), then its child slots if any of them holds more than text.
 */
export function pack(root: ChildContent): string | undefined {
  out.at = 0
  previous = 0
  if (!(root instanceof Rows) || !packRows(root)) return undefined
  return textOf(out.bytes.subarray(0, out.at))
}

/** The rows again, with unknown texts and packed runs. */
export function unpack(packed: string): Rows {
  const input = new Reader(Uint8Array.from(packed, (char) => char.charCodeAt(0)))
  previous = 0
  return unpackRows(input)
}

/** One number for all texts of an instance, in the order of its slots; undefined if one is forgotten. */
export function hashOf(template: Template, shown: readonly unknown[]): number | undefined {
  let hash = 0x811c9dc5
  for (let i = 0; i < template.slots.length; i++) {
    if (template.slots[i]!.kind === 'handler') continue
    const value = shown[i]
    if (value === undefined) return undefined
    hash = Math.imul(hash ^ (value === null ? ABSENT : STRUCTURE), 0x01000193)
    const text = value instanceof RawContent ? value.markup : value
    if (typeof text !== 'string') continue
    for (let at = 0; at < text.length; at++) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    }
    // So that ab + c and a + bc have different hashes.
    hash = Math.imul(hash ^ text.length ^ END, 0x01000193)
  }
  return hash >>> 0
}

const ABSENT = 0x10001
const STRUCTURE = 0x10002
const END = 0x20000

// One character a byte: V8 stores such a string in as many bytes. The arguments of one call must not be too many.
function textOf(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return text
}

const TEXT = 0
const RAW = 1
const ROWS = 2

const out = new Writer()
const keyBytes = new Writer()
let previous = 0

function packRows(rows: Rows): boolean {
  if (rows instanceof StreamRows) return false
  out.varint(rows.rows.length)
  return rows.rows.every(packInstance)
}

function packInstance(instance: Instance): boolean {
  const { template, base, key, shown } = instance
  const hash = hashOf(template, shown)
  if (hash === undefined) return false
  const hasStructure = shown.some((child) => typeof child === 'object' && child !== null)
  out.varint(template.number * 2 + (hasStructure ? 1 : 0)).varint(zigzag(base - previous))
  previous = base
  packKey(key)
  for (let shift = 0; shift < 32; shift += 8) out.u8((hash >>> shift) & 255)
  return (
    !hasStructure || template.slots.every(({ kind }, i) => kind !== 'child' || packChild(shown[i]!))
  )
}

function packKey(key: string) {
  keyBytes.at = 0
  const bytes = keyBytes.utf8(key)
  out.varint(bytes).append(keyBytes.bytes, bytes)
}

function packChild(child: ChildContent | null): boolean {
  if (child instanceof Region || child === null) return false
  if (typeof child === 'string') out.u8(TEXT)
  else if (child instanceof RawContent) out.u8(RAW)
  else {
    out.u8(ROWS)
    return packRows(child)
  }
  return true
}

function unpackRows(input: Reader): Rows {
  const rows: Instance[] = []
  for (let left = input.varint(); left > 0; left--) rows.push(unpackInstance(input))
  return new Rows(rows)
}

function unpackInstance(input: Reader): Instance {
  const head = input.varint()
  const template = templateOf(head >>> 1)!
  const base = (previous += unzigzag(input.varint()))
  const key = input.text(input.varint())
  let hash = 0
  for (let shift = 0; shift < 32; shift += 8) hash |= input.u8() << shift
  const shown = new Array<ChildContent | null | undefined>(template.slots.length)
  for (const [i, { kind }] of template.slots.entries()) {
    if (kind === 'handler') shown[i] = null
    else if (kind === 'child' && head & 1) shown[i] = unpackChild(input)
    else shown[i] = undefined
  }
  return new Instance(new FadedRun(template, hash >>> 0), base, key, shown, 0)
}

function unpackChild(input: Reader): ChildContent | undefined {
  const kind = input.u8()
  if (kind === ROWS) return unpackRows(input)
  return kind === RAW ? new RawContent(UNKNOWN) : undefined
}
