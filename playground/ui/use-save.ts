'use client'
/** Handles Ctrl+S instead of the browser: the open file is formatted and saved, and the reader is told. */
import { useEffect } from 'react'
import type { CodeEditor } from '../editor/index.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { useWords } from './use-words.ts'

export function useSave(
  workspace: Workspace,
  editor: CodeEditor | undefined,
  say: (sentence: string) => void,
): void {
  const words = useWords().notices
  useEffect(() => {
    const save = async () => {
      await editor?.format()
      await workspace.flush()
      const { warning } = workspace.getState()
      say(warning ? words.notSaved : words.saved)
    }
    const hear = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || event.altKey || event.shiftKey) return
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      if (!event.repeat) void save()
    }
    // Before Monaco, which does not handle this key and would leave it to the browser.
    addEventListener('keydown', hear, true)
    return () => removeEventListener('keydown', hear, true)
  }, [workspace, editor, say, words])
}
