/** Finds the page for a path and reads its parameters. */
import type { Page } from './page.ts'

export interface Match {
  page: Page
  params: Record<string, string>
}

/** The page whose path matches, static segments before parameters; undefined when none does. */
export function matchPage(pages: readonly Page[], path: string): Match | undefined {
  const segments = segmentsOf(path)
  let best: (Match & { dynamic: number }) | undefined
  for (const page of pages) {
    const params = matchSegments(segmentsOf(page.path), segments)
    if (!params) continue
    const dynamic = Object.keys(params).length
    if (!best || dynamic < best.dynamic) best = { page, params, dynamic }
  }
  return best && { page: best.page, params: best.params }
}

function matchSegments(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined
  const params: Record<string, string> = Object.create(null)
  for (const [i, part] of pattern.entries()) {
    const segment = segments[i]!
    if (part.startsWith(':') && segment !== '') params[part.slice(1)] = segment
    else if (part !== segment) return undefined
  }
  return params
}

// A closing slash means nothing: /a/ and /a are one page.
function segmentsOf(path: string): string[] {
  const segments = path.split('/').slice(1)
  if (segments.length > 1 && segments.at(-1) === '') segments.pop()
  return segments.map((segment) => {
    try {
      return decodeURIComponent(segment)
    } catch {
      return segment
    }
  })
}
