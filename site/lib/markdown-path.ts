/** Where the Markdown of a page is: its own address with `.md` behind it. */

/** The home's is `index.md`, since a name is needed before the ending. */
export const markdownPath = (path: string): string =>
  path === '/' || path === '/es' ? `${path.replace(/\/$/, '')}/index.md` : `${path}.md`
