'use client'
/** A message of the wire, field by field: its bytes, their names, what they mean. */
import type { FieldName } from '../../../playground/inspector/index.ts'
import type { DrawnFrame } from '../../../playground/preview/index.ts'
import type { FrameWords } from '../../words/elements/words.ts'
import style from './lesson-elements.module.css'

// A first paint of a long list has thousands.
const MAX_FIELDS = 24
const MAX_BYTES = 16

interface FrameTableProps {
  frame: DrawnFrame
  caption: string
  words: FrameWords
}

export function FrameTable({ frame, caption, words }: FrameTableProps) {
  const { fields, bytes } = frame
  const left = fields.length - MAX_FIELDS
  return (
    <table className={style.frame}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.bytes}</th>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.means}</th>
        </tr>
      </thead>
      <tbody>
        {fields.slice(0, MAX_FIELDS).map(({ from, to, name, value }) => (
          <tr key={`${from} ${to} ${name}`} data-field={name}>
            <td className={style.hex}>{hexOf(bytes.subarray(from, to))}</td>
            <th scope="row">{words.names[name as FieldName] ?? name}</th>
            <td>{words.meansOf(name as FieldName, value)}</td>
          </tr>
        ))}
        {left > 0 && (
          <tr>
            <td colSpan={3}>{words.more(left)}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function hexOf(bytes: Uint8Array): string {
  const shown = [...bytes.subarray(0, MAX_BYTES)].map((byte) => byte.toString(16).padStart(2, '0'))
  return shown.join(' ') + (bytes.length > MAX_BYTES ? ' …' : '')
}
