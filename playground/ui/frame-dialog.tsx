'use client'
/** The details of one message of the wire: its contents, what it answers, all of its bytes. */
import { Dialog } from 'radix-ui'
import {
  hexLines,
  opLine,
  sizeWord,
  timeWord,
  upLines,
  visitorWord,
  type WireMessage,
} from '../inspector/index.ts'
import bench from './bench.module.css'
import style from './frame-dialog.module.css'
import { CloseIcon } from './icons.tsx'
import { useReturn } from './use-return.ts'

interface FrameDialogProps {
  ticks: readonly WireMessage[]
  hasTwoVisitors: boolean
  id: number
  onMove: (id: number) => void
  onClose: () => void
}

export function FrameDialog({ ticks, hasTwoVisitors, id, onMove, onClose }: FrameDialogProps) {
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
            {tick.direction === 'up' ? 'Page to server: ' : 'Server to page: '}
            {tick.word}
          </Dialog.Title>
          <Dialog.Description className={bench.note}>
            {sizeWord(tick.size)}
            {tick.direction === 'down' && `, applied in ${timeWord(tick.ms)}`}
            {hasTwoVisitors && `, ${visitorWord(tick.preview)}`}.
            {tick.answers && cause && (
              <>
                {' '}
                It answers the {cause.word} of {sizeWord(cause.size)} after{' '}
                {timeWord(tick.answers.ms)}.
              </>
            )}
          </Dialog.Description>
          <h3 className={style.head}>
            {tick.direction === 'up' ? 'What it says' : 'What it does'}
          </h3>
          <ol className={style.lines}>
            {linesOf(tick).map((line, place) => (
              <li key={place}>{line}</li>
            ))}
          </ol>
          <h3 className={style.head}>Its bytes</h3>
          <section
            className={style.bytes}
            aria-label="The message in hexadecimal"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
            tabIndex={0}
          >
            <pre>
              {hexLines(tick.bytes.subarray(0, MAX_BYTES)).join('\n')}
              {tick.size > MAX_BYTES && `\n… and ${tick.size - MAX_BYTES} bytes more`}
            </pre>
          </section>
          <div className={bench.actions}>
            <button
              type="button"
              className={bench.button}
              disabled={!before}
              onClick={() => before && onMove(before.id)}
            >
              Message before
            </button>
            <button
              type="button"
              className={bench.button}
              disabled={!after}
              onClick={() => after && onMove(after.id)}
            >
              Message after
            </button>
          </div>
          <Dialog.Close className={`${bench.icon} ${bench.dialogClose}`} aria-label="Close">
            <CloseIcon />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const MAX_BYTES = 2048
const MAX_LINES = 200

function linesOf({ content }: WireMessage): readonly string[] {
  switch (content.kind) {
    case 'frame': {
      const { ops, number, acknowledged, repaint } = content.frame
      const said = [
        ...(repaint ? ['paints the whole page; what already stands is kept'] : []),
        `frame ${number}`,
        ...(acknowledged === undefined ? [] : [`answers events up to number ${acknowledged}`]),
        ...ops.slice(0, MAX_LINES).map(opLine),
        ...(ops.length > MAX_LINES ? [`… and ${ops.length - MAX_LINES} more`] : []),
      ]
      return said
    }
    case 'up':
      return upLines(content.up)
    case 'text':
      return [content.text]
    case 'unread':
      return [`It cannot be read: ${content.why}`]
    default:
      return content satisfies never
  }
}
