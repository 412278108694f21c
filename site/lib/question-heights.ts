/** How tall a lesson's answered questions were, so that the next page keeps their place free until its script has run. */

export const HEIGHTS_KEY = 'telar.question-heights'

/** Pixels; a height holds for this width alone. */
export type Size = readonly [width: number, height: number]

type Kept = Readonly<Record<string, Readonly<Record<string, Size>>>>

export function writeSize(lesson: string, id: string, size: Size): void {
  try {
    const kept = JSON.parse(localStorage.getItem(HEIGHTS_KEY) ?? '{}') as Kept
    const next: Kept = { ...kept, [lesson]: { ...kept[lesson], [id]: size } }
    localStorage.setItem(HEIGHTS_KEY, JSON.stringify(next))
  } catch {
    // Without it the text below moves once.
  }
}
