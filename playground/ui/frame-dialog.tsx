'use client'
/** The details of one message of the wire: its contents, what it answers, all of its bytes. */
import { Dialog } from 'radix-ui'
import {
  hexLines,
  opLine,
  sizeWord,
  timeWord,
  upLines,
  type WireMessage,
} from '../inspector/index.ts'
import bench from './bench.module.css'
import style from './frame-dialog.module.css'
import { CloseIcon } from './icons.tsx'
import { useReturn } from './use-return.ts'
import { useWords } from './use-words.ts'
import type { Words } from './words/words.ts'

interface FrameDialogProps {
  ticks: readonly WireMessage[]
  hasTwoVisitors: boolean
  id: number
  onMove: (id: number) => void
  onClose: () => void
}

export function FrameDialog({ ticks, hasTwoVisitors, id, onMove, onClose }: FrameDialogProps) {
  const words = useWords()
  const said = words.frame
  const comeBack = useReturn()
  const at = ticks.findIndex((tick) => tick.id === id)
  const tick = ticks[at]
  if (!tick) return null
  const before = ticks[at - 1]
  const after = ticks[at + 1]
  const cause = ticks.find((one) => one.id === tick.answers?.tick)

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={bench.veil} />
        <Dialog.Content className={bench.dialog} onCloseAutoFocus={comeBack}>
          <Dialog.Title>
            {tick.direction === 'up' ? said.up : said.down}
            {tick.word}
          </Dialog.Title>
          <Dialog.Description className={bench.note}>
            {sizeWord(tick.size)}
            {tick.direction === 'down' && said.applied(timeWord(tick.ms))}
            {hasTwoVisitors && `, ${words.preview.visitor(tick.preview)}`}.
            {tick.answers && cause && (
              <> {said.answers(cause.word, sizeWord(cause.size), timeWord(tick.answers.ms))}</>
            )}
          </Dialog.Description>
          <h3 className={style.head}>{tick.direction === 'up' ? said.says : said.does}</h3>
          <ol className={style.lines}>
            {linesOf(tick, said).map((line, place) => (
              <li key={place}>{line}</li>
            ))}
          </ol>
          <h3 className={style.head}>{said.bytes}</h3>
          <section
            className={style.bytes}
            aria-label={said.hex}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
            tabIndex={0}
          >
            <pre>
              {hexLines(tick.bytes.subarray(0, MAX_BYTES)).join('\n')}
              {tick.size > MAX_BYTES && `\n${said.moreBytes(tick.size - MAX_BYTES)}`}
            </pre>
          </section>
          <div className={bench.actions}>
            <button
              type="button"
              className={bench.button}
              disabled={!before}
              onClick={() => before && onMove(before.id)}
            >
              {said.before}
            </button>
            <button
              type="button"
              className={bench.button}
              disabled={!after}
              onClick={() => after && onMove(after.id)}
            >
              {said.after}
            </button>
          </div>
          <Dialog.Close className={`${bench.icon} ${bench.dialogClose}`} aria-label={words.close}>
            <CloseIcon />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const MAX_BYTES = 2048
const MAX_LINES = 200

function linesOf({ content }: WireMessage, words: Words['frame']): readonly string[] {
  switch (content.kind) {
    case 'frame': {
      const { ops, number, acknowledged, repaint } = content.frame
      const said = [
        ...(repaint ? [words.repaint] : []),
        words.number(number),
        ...(acknowledged === undefined ? [] : [words.acknowledges(acknowledged)]),
        ...ops.slice(0, MAX_LINES).map(opLine),
        ...(ops.length > MAX_LINES ? [words.more(ops.length - MAX_LINES)] : []),
      ]
      return said
    }
    case 'up':
      return upLines(content.up)
    case 'text':
      return [content.text]
    case 'unread':
      return [words.unread(content.why)]
    default:
      return content satisfies never
  }
}
