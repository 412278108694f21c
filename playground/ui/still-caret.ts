/** The caret of the text area shown before the editor, and its hand-over to the editor. */
import type { CodeEditor } from '../editor/index.ts'
import type { Caret } from '../workspace/work.ts'

/** Gives focus and selection to the editor, as they are in the text area. */
export function handOver(area: HTMLTextAreaElement, name: string, editor: CodeEditor): void {
  if (document.activeElement !== area) return
  const { value, selectionStart, selectionEnd } = area
  editor.reveal(name, caretAt(value, selectionStart), caretAt(value, selectionEnd))
}

/** Resolves when no input method is active in the area: removing it then would lose the word. */
export async function composed(area: HTMLTextAreaElement | null): Promise<void> {
  while (area?.isConnected && area.dataset.composing)
    await new Promise((resolve) =>
      area.addEventListener('compositionend', () => setTimeout(resolve), { once: true }),
    )
}

export function setCaretIn(area: HTMLTextAreaElement, { line, column }: Caret): void {
  const rows = area.value.split('\n').slice(0, line - 1)
  const at = rows.reduce((sum, row) => sum + row.length + 1, 0) + column - 1
  area.setSelectionRange(at, at)
}

/** Lines and columns count from 1. */
function caretAt(text: string, offset: number): Caret {
  const rows = text.slice(0, offset).split('\n')
  return { line: rows.length, column: rows.at(-1)!.length + 1 }
}
