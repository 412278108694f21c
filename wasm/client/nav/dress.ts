/** What of a document is not its session's, and shows: the title and the style sheets. */

export interface Dress {
  readonly title: string
  /** Its style sheets: those that are fetched, and the texts of those that stand in the document. */
  readonly links: Element[]
  readonly sheets: readonly string[]
}

const LINKS = 'link[rel=stylesheet]'

/** By text: a policy allows no new style element, but sheets that a script makes. */
let worn = new Map<string, CSSStyleSheet>()

export function dressOf(from: Document): Dress {
  const styles = allIn(from, 'style, script[type="text/css"]').map(
    ({ textContent }) => textContent!,
  )
  if (from === document) styles.push(...worn.keys())
  return { title: from.title, links: allIn(from, LINKS), sheets: styles }
}

/** Resolves once the page's style sheets are there, or a second later. */
export function fetchSheets({ links }: Dress): Promise<unknown> {
  const present = allIn(document, LINKS)
  const loading = links.map((link, i) => {
    const same = present.find((one) => one.isEqualNode(link))
    if (same) links[i] = same
    else document.head.append(link)
    return (
      same ??
      new Promise((resolve) => {
        link.addEventListener('load', resolve)
        link.addEventListener('error', resolve)
      })
    )
  })
  return Promise.race([Promise.all(loading), pause(1000)])
}

/** Puts it on in place of what the document wears. */
export function dress({ title, links, sheets }: Dress): void {
  const { head, adoptedStyleSheets } = document
  for (const one of links) if (!one.isConnected) head.append(one)
  for (const one of allIn(document, `style, ${LINKS}`)) if (!links.includes(one)) one.remove()
  document.title = title
  const gone = [...worn.values()]
  worn = new Map(sheets.map((text) => [text, worn.get(text) ?? sheetOf(text)]))
  const others = adoptedStyleSheets.filter((sheet) => !gone.includes(sheet))
  document.adoptedStyleSheets = [...others, ...worn.values()]
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}

const allIn = ({ head }: Document, what: string): Element[] => [...head.querySelectorAll(what)]
