/** Makes pages of an entry's default export. */
import type { Component, Page } from 'telar'
import type { Problem } from '../types.ts'
import type { EngineDoor } from './engine.ts'

interface Viewed {
  file: string
  css: string
}

/** The pages to serve, or the problem with the export. */
export function pagesOf(
  view: unknown,
  { page, Layout }: Pick<EngineDoor, 'page' | 'Layout'>,
  { file, css }: Viewed,
): ShownPage[] | Problem {
  if (isPage(view)) return [shown(view, css)]
  if (Array.isArray(view) && view.length > 0 && view.every(isPage)) {
    return view.map((one) => shown(one, css))
  }
  if (isComponent(view) || view instanceof Layout) {
    return [shown(page('/', view, { title: titleOf(file) }), css)]
  }
  return {
    owner: 'app',
    code: 'default-unusable',
    message: `Expected a class that extends LiveComponent, a Layout or the result of page() as the default export of ${file}, received ${describe(view)}. Export one of them.`,
    file,
    line: 1,
    column: 1,
    source: 'compile',
  }
}

const isComponent = (view: unknown): view is new () => Component =>
  typeof view === 'function' &&
  typeof (view.prototype as { getTemplate?: unknown } | undefined)?.getTemplate === 'function'

const isPage = (view: unknown): view is Page =>
  typeof view === 'object' && view !== null && typeof (view as { path?: unknown }).path === 'string'

/** Where a page's style sheet is served: separately, so that an open tab can load a new one. */
export const STYLE_PATH = '/_telar.css'

/** Where the script is served that opens links to other sites outside of the preview. */
export const LINKS_PATH = '/_telar-links.js'

/** Where the script is served by which the page around a preview reaches it. */
export const PREVIEW_PATH = '/_telar-preview.js'

export interface ShownPage extends Page {
  /** The page's own style and the project's. */
  style: string
}

// The playground frames it from an origin that is unknown here; a preview contains nothing to protect.
function shown(page: Page, css: string): ShownPage {
  const { css: own = '', head = '', ...rest } = page
  const address = `${STYLE_PATH}?page=${encodeURIComponent(page.path)}`
  return {
    ...rest,
    style: own + css,
    // The first script must run before the client opens its socket.
    head: `<script src="${PREVIEW_PATH}"></script>${head}<link rel="stylesheet" data-telar-css href="${address}"><script src="${LINKS_PATH}" defer></script>`,
    debug: true,
    frameAncestors: '*',
  }
}

const titleOf = (file: string) => {
  const name = (file.split('/').at(-1) as string).replace(/\.[a-z]+$/, '').replaceAll('-', ' ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function describe(view: unknown): string {
  if (typeof view === 'function') {
    return /^class\b/.test(Function.prototype.toString.call(view))
      ? `the class ${view.name || 'without a name'}, which has no getTemplate()`
      : 'a function'
  }
  if (view === null || view === undefined) return String(view)
  return Array.isArray(view) ? 'a list' : `a value of type ${typeof view}`
}
