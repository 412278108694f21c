/** PURE: what a lesson changes in the files of the one that it goes on with, and how that is put into a reader's own files. */

/** Lines that stand together: kept ones begin with a space, those that go with `-`, new ones with `+`. */
export type Hunk = readonly string[]

/** By the name of the file; a file that is new in the lesson has no hunks. */
export type LessonChanges = Readonly<Record<string, readonly Hunk[]>>

/** The text with the changes in it; undefined if the lines around one are not there, or stand there more than once. */
export function withHunks(text: string, hunks: readonly Hunk[]): string | undefined {
  let lines = text.split('\n')
  for (const hunk of hunks) {
    if (placesOf(lines, without('-', hunk)).length > 0) continue
    const before = without('+', hunk)
    const places = placesOf(lines, before)
    if (places.length !== 1) return undefined
    const at = places[0]!
    let own = at
    const after = hunk.flatMap((line) => {
      if (line.startsWith('+')) return line.slice(1)
      const there = lines[own++]!
      return line.startsWith('-') ? [] : there
    })
    lines = [...lines.slice(0, at), ...after, ...lines.slice(at + before.length)]
  }
  return lines.join('\n')
}

const without = (mark: '+' | '-', hunk: Hunk) =>
  hunk.filter((line) => !line.startsWith(mark)).map((line) => line.slice(1))

/** Where these lines stand one after another, however far they are indented. */
function placesOf(lines: readonly string[], sought: readonly string[]): number[] {
  const starts = lines.slice(0, lines.length - sought.length + 1).keys()
  return [...starts].filter((at) =>
    sought.every((line, nth) => lines[at + nth]!.trim() === line.trim()),
  )
}
