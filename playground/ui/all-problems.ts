/** PURE: combines the container's problems with those that the editor underlines; one cause is shown once. */
import type { Problem } from '../container/types.ts'

/** Those of the container first: they keep the page from running. */
export function allProblems(
  told: readonly Problem[],
  marked: readonly Problem[],
): readonly Problem[] {
  // Where the compiler stops, the editor fails too, with another message and column.
  const known = (mark: Problem) =>
    told.some(
      ({ source, file, line = 0, endLine = line }) =>
        source === 'compile' &&
        file === mark.file &&
        line - 1 <= (mark.line ?? 0) &&
        (mark.line ?? 0) <= endLine + 1,
    )
  const seen = new Set<string>()
  return [
    ...told,
    ...marked.filter((mark) => {
      const key = JSON.stringify([mark.file, mark.line, mark.message])
      if (known(mark) || seen.has(key)) return false
      seen.add(key)
      return true
    }),
  ]
}
