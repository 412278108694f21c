/** The lesson that the reader opened last, remembered in this browser. */

const KEY = 'telar.lesson'

export function rememberLesson(slug: string): void {
  try {
    localStorage.setItem(KEY, slug)
  } catch {
    // Private windows may refuse storage: then the course begins with its first open lesson.
  }
}

export function lastLesson(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined
  } catch {
    return undefined
  }
}

/** Where to go on: the last lesson if it is not passed yet, else the first open one after it, else the first open one. */
export function nextOpen(
  slugs: readonly string[],
  last: string | undefined,
  isDone: (slug: string) => boolean,
): string | undefined {
  const from = last === undefined ? 0 : Math.max(0, slugs.indexOf(last))
  return [...slugs.slice(from), ...slugs.slice(0, from)].find((slug) => !isDone(slug))
}
