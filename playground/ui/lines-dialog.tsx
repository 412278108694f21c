'use client'
/** The lines of a solution to be put in order: by mouse, finger, keyboard or buttons. */
import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { Dialog } from 'radix-ui'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import bench from './bench.module.css'
import { DownIcon, GripIcon, UpIcon } from './icons.tsx'
import style from './lines-dialog.module.css'
import { judge, offer, type Piece, type Puzzle } from './puzzle-order.ts'
import { useReturn } from './use-return.ts'
import { useWords } from './use-words.ts'
import type { Words } from './words/words.ts'

interface LinesDialogProps {
  puzzle: Puzzle
  onTake: () => void
  onClose: () => void
  /** Gives the focus a place when the button that opened this is gone. */
  onLost: () => void
}

/** What stands below it is not used. */
const BAR = 'bar'

export function LinesDialog({ puzzle, onTake, onClose, onLost }: LinesDialogProps) {
  const { lines: words, cancel } = useWords()
  const comeBack = useReturn(onLost)
  const [offered] = useState(() => offer(puzzle, Math.random))
  const pieces = useMemo(() => new Map(offered.map((piece) => [piece.id, piece])), [offered])
  const [order, setOrder] = useState(() => [...offered.map(({ id }) => id), BAR])
  const [verdict, setVerdict] = useState<ReturnType<typeof judge>>()
  const [said, setSaid] = useState('')
  const [dragging, setDragging] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  // What is moved in the document loses the focus.
  const focus = useRef('')
  useLayoutEffect(() => {
    if (focus.current) list.current?.querySelector<HTMLElement>(focus.current)?.focus()
    focus.current = ''
  })

  const used = order.slice(0, order.indexOf(BAR)).map((id) => pieces.get(id)!)
  const move = (from: number, to: number) => {
    setOrder(arrayMove(order, from, to))
    setVerdict(undefined)
  }
  const step = (id: string, by: -1 | 1) => {
    const from = order.indexOf(id)
    const to = from + by
    focus.current = `[data-move="${id} ${by}"]:enabled, [data-move="${id} ${-by}"]`
    move(from, to)
    setSaid(words.moved(to + 1, order.length))
  }
  const check = () => {
    setSaid('')
    setVerdict(judge(puzzle, used))
  }
  const severalFiles = new Set(offered.map(({ file }) => file)).size > 1

  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    // A finger that moves at once scrolls.
    useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const drop = ({ active, over }: DragEndEvent) => {
    setDragging(false)
    if (over && over.id !== active.id)
      move(order.indexOf(String(active.id)), order.indexOf(String(over.id)))
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={bench.veil} />
        <Dialog.Content
          className={`${bench.dialog} ${style.dialog}`}
          onCloseAutoFocus={comeBack}
          // While a line is carried by keyboard, this key puts it back.
          onEscapeKeyDown={(event) => dragging && event.preventDefault()}
        >
          <Dialog.Title>{words.name}</Dialog.Title>
          <Dialog.Description className={bench.note}>{words.about}</Dialog.Description>
          <DndContext
            sensors={sensors}
            collisionDetection={closestCenter}
            accessibility={{
              announcements: announcements(order, words),
              screenReaderInstructions: { draggable: words.grip },
            }}
            onDragStart={() => setDragging(true)}
            onDragCancel={() => setDragging(false)}
            onDragEnd={drop}
          >
            <SortableContext items={order} strategy={verticalListSortingStrategy}>
              <ol ref={list} className={style.lines} aria-label={words.list}>
                {order.map((id, at) =>
                  id === BAR ? (
                    <Bar key={id} text={words.below} />
                  ) : (
                    <Line
                      key={id}
                      piece={pieces.get(id)!}
                      place={at < used.length ? words.line(at + 1, used.length) : words.leftOut(at)}
                      isRight={verdict !== undefined && at < verdict.right}
                      isUsed={at < used.length}
                      isFirst={at === 0}
                      isLast={at === order.length - 1}
                      withFile={severalFiles}
                      words={words}
                      onStep={(by) => step(id, by)}
                    />
                  ),
                )}
              </ol>
            </SortableContext>
          </DndContext>
          <p role="status" className={style.verdict} data-right={verdict?.isRight ?? false}>
            {verdict ? (
              sentenceOf(verdict, puzzle, words)
            ) : (
              <span className={bench.unseen}>{said}</span>
            )}
          </p>
          <div className={bench.actions}>
            <Dialog.Close className={bench.button}>{cancel}</Dialog.Close>
            {verdict?.isRight ? (
              <button type="button" className={bench.primary} onClick={onTake}>
                {words.take}
              </button>
            ) : (
              <button type="button" className={bench.primary} onClick={check}>
                {words.check}
              </button>
            )}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface LineProps {
  piece: Piece
  place: string
  isRight: boolean
  isUsed: boolean
  isFirst: boolean
  isLast: boolean
  withFile: boolean
  words: Words['lines']
  onStep: (by: -1 | 1) => void
}

function Line({ piece, place, words, onStep, ...is }: LineProps) {
  const { id, file, lines } = piece
  const {
    attributes,
    listeners,
    setNodeRef,
    setActivatorNodeRef,
    transform,
    transition,
    isDragging,
  } = useSortable({ id })
  const text = lines.map((line) => line.trim()).join(' ')
  return (
    <li
      ref={setNodeRef}
      className={style.line}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      data-dragging={isDragging}
      data-used={is.isUsed}
      data-right={is.isRight}
      {...listeners}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        className={style.grip}
        {...attributes}
        aria-roledescription={words.handle}
        aria-label={`${place}: ${text}`}
      >
        <GripIcon />
      </button>
      <pre lang="en">
        {is.withFile && <span className={style.file}>{file}</span>}
        <code>{lines.join('\n')}</code>
      </pre>
      <button
        type="button"
        className={bench.icon}
        data-move={`${id} -1`}
        disabled={is.isFirst}
        aria-label={words.up(text)}
        onClick={() => onStep(-1)}
      >
        <UpIcon />
      </button>
      <button
        type="button"
        className={bench.icon}
        data-move={`${id} 1`}
        disabled={is.isLast}
        aria-label={words.down(text)}
        onClick={() => onStep(1)}
      >
        <DownIcon />
      </button>
    </li>
  )
}

/** A line may be carried past it, but it stays. */
function Bar({ text }: { text: string }) {
  const { setNodeRef, transform, transition } = useSortable({
    id: BAR,
    disabled: { draggable: true },
  })
  return (
    <li
      ref={setNodeRef}
      className={style.bar}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      {text}
    </li>
  )
}

function announcements(order: readonly string[], words: Words['lines']): Announcements {
  const place = (id: string | number) => order.indexOf(String(id)) + 1
  return {
    onDragStart: ({ active }) => words.picked(place(active.id)),
    onDragOver({ active, over }) {
      // Right after it was picked up it is over itself.
      if (over?.id === active.id) return words.picked(place(active.id))
      return over ? words.moved(place(over.id), order.length) : undefined
    },
    onDragEnd: ({ active, over }) => words.dropped(place((over ?? active).id), order.length),
    onDragCancel: ({ active }) => words.cancelled(place(active.id)),
  }
}

function sentenceOf(
  { right, isRight }: ReturnType<typeof judge>,
  { answer }: Puzzle,
  words: Words['lines'],
): string {
  if (isRight) return words.allRight
  return right === answer.length ? words.rightButMore : words.right(right)
}
