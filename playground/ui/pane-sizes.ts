/** Remembers how the reader has divided the panes, apart for each form of the workspace. */

const KEY = 'telar.panes'

type Sizes = Record<string, number>

/** Undefined where nothing is remembered, or where the browser refuses to. */
export function rememberedSizes(group: string): Sizes | undefined {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    const sizes = (known as Record<string, unknown>)[group]
    return isSizes(sizes) ? sizes : undefined
  } catch {
    return undefined
  }
}

export function rememberSizes(group: string, sizes: Sizes): void {
  try {
    const known = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>
    localStorage.setItem(KEY, JSON.stringify({ ...known, [group]: sizes }))
  } catch {
    // The panes then keep their sizes as long as the page.
  }
}

const isSizes = (value: unknown): value is Sizes =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((size) => typeof size === 'number')
