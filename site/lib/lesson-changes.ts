/** What a lesson changes in the answer to the one that it goes on with: its own lines, with one line around them. */
import { structuredPatch } from 'diff'
import type { LessonChanges } from '../../playground/workspace/index.ts'

type Files = Readonly<Record<string, string>>

/** From the `solution` of the earlier lesson to the `start` of this one. Files that both have alike are not named. */
export const lessonChanges = (solution: Files, start: Files): LessonChanges =>
  Object.fromEntries(
    Object.entries(start).flatMap(([name, text]) => {
      const before = solution[name]
      if (before === undefined) return [[name, []]]
      return before === text ? [] : [[name, hunksOf(before, text)]]
    }),
  )

const hunksOf = (before: string, after: string) =>
  structuredPatch('', '', before, after, '', '', { context: 1 }).hunks.map(({ lines }) =>
    lines.filter((line) => !line.startsWith('\\')),
  )
