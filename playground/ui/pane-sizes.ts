/** Remembers the sizes of the panes, separately for each layout of the workspace. */

const KEY = 'telar.panes'

type Sizes = Record<string, number>

/** Undefined if nothing is remembered, or if the browser refuses to. */
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
    // Without storage the panes keep their sizes as long as the page.
  }
}

const isSizes = (value: unknown): value is Sizes =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((size) => typeof size === 'number')
