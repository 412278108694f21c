/** The caret of the text area shown before the editor, and its hand-over to the editor. */
import type { CodeEditor } from '../editor/index.ts'
import type { Caret } from '../workspace/work.ts'

/** Gives focus, selection and scroll position to the editor, as they are in the text area. */
export function handOver(area: HTMLTextAreaElement, name: string, editor: CodeEditor): void {
  editor.scrollTo(scrollerOf(area)?.scrollTop ?? 0)
  if (document.activeElement !== area) return
  const { value, selectionStart, selectionEnd } = area
  editor.reveal(name, caretAt(value, selectionStart), caretAt(value, selectionEnd))
}

/** Resolves when neither an input method nor the pointer is at work in the area: removing it then would lose the word or the selection. */
export async function atRest(area: HTMLTextAreaElement | null): Promise<void> {
  while (area?.isConnected && (area.dataset.composing || area.dataset.pressed))
    await new Promise((resolve) => setTimeout(resolve, 30))
}

export function setCaretIn(area: HTMLTextAreaElement, { line, column }: Caret): void {
  const rows = area.value.split('\n').slice(0, line - 1)
  const at = rows.reduce((sum, row) => sum + row.length + 1, 0) + column - 1
  area.setSelectionRange(at, at)
}

/** Puts a line into the middle, as the editor does with a file that it opens. */
export function showLineIn(area: HTMLTextAreaElement, line: number): void {
  const scroller = scrollerOf(area)
  if (!scroller) return
  const rows = area.value.split('\n').length
  const height = area.clientHeight / rows
  scroller.scrollTop = (line - 0.5) * height + area.offsetTop - scroller.clientHeight / 2
}

/** The same while the room still changes, until the reader goes there or the returned function is called. */
export function keepLineIn(area: HTMLTextAreaElement, line: number): () => void {
  const scroller = scrollerOf(area)
  if (!scroller) return () => {}
  // It tells of the size that is there, too, before anything is painted.
  const observer = new ResizeObserver(() => showLineIn(area, line))
  const stop = () => observer.disconnect()
  observer.observe(scroller)
  for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
    scroller.addEventListener(type, stop, { once: true, passive: true })
  return stop
}

// The area is as high as its text; what is around it scrolls.
function scrollerOf(area: HTMLTextAreaElement): Element | null {
  return area.closest('[data-scrolls]')
}

/** Lines and columns count from 1. */
function caretAt(text: string, offset: number): Caret {
  const rows = text.slice(0, offset).split('\n')
  return { line: rows.length, column: rows.at(-1)!.length + 1 }
}
