/** Which addresses of the site are kept for reading without a network. */

/** The page that is shown in place of one that was not kept, by language. */
export const OFFLINE = { en: '/offline', es: '/es/offline' } as const

/** Files whose name changes with their content, and fonts. */
export const isLasting = (path: string): boolean => /^\/(_next\/static|fonts|pictures)\//.test(path)

const PAGE =
  /^(\/es)?(\/|\/(learn|guides|reference|changelog|offline)(\/[\w./-]*)?|\/examples(\/[\w-]+\/source)?)?$/

/** Pages to read and the index of the search; neither what runs under /examples/ nor what speaks to a host. */
export const isKept = (path: string): boolean =>
  path !== '' && (PAGE.test(path) || /^\/search-(en|es)\.json$/.test(path))
