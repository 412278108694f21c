/** Alt+Page Down and Alt+Page Up lead to the next lesson and to the one before. */
import { useEffect } from 'react'
import { type Lang, pathIn } from '../words/words.ts'

export function useLessonKeys(lang: Lang, previous: string | undefined, next: string | undefined) {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const slug = { PageDown: next, PageUp: previous }[event.key]
      // In the editor these keys scroll.
      const isEditing = event.target instanceof Element && event.target.closest('[data-editor]')
      if (!slug || isEditing || event.defaultPrevented) return
      event.preventDefault()
      location.assign(pathIn(lang, `/learn/${slug}`))
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [lang, previous, next])
}
