/** What of a document is not its session's: the title, the head, style sheets, and what the page has at the end of its body. */

export interface Dress {
  readonly title: string
  /** Elements of the head that describe the page. */
  readonly about: readonly Element[]
  /** Its style sheets: those that are fetched, and the texts of those that stand in the document. */
  readonly links: Element[]
  readonly sheets: readonly string[]
  /** What stands between the engine's own last elements. */
  readonly after: readonly ChildNode[]
}

const LINKS = 'link[rel=stylesheet]'
const ABOUT = `meta, link:not(${LINKS}, [rel=modulepreload])`

/** By text: a policy allows no new style element, but sheets that a script makes. */
let worn = new Map<string, CSSStyleSheet>()

export function dressOf(from: Document): Dress {
  const styles = allIn(from, 'style, script[type="text/css"]').map(
    ({ textContent }) => textContent!,
  )
  if (from === document) styles.push(...worn.keys())
  const after: ChildNode[] = []
  let node = from.querySelector('.telar-status')!.nextSibling
  for (; node && (node as Element).id !== 'telar'; node = node.nextSibling) after.push(node)
  const [about, links] = [allIn(from, ABOUT), allIn(from, LINKS)]
  return { title: from.title, about, links, sheets: styles, after }
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
export function dress({ title, about, links, sheets, after }: Dress): void {
  const { head, adoptedStyleSheets } = document
  const now = dressOf(document)
  for (const one of links) if (!one.isConnected) head.append(one)
  for (const one of now.links) if (!links.includes(one)) one.remove()
  for (const one of [...now.about, ...allIn(document, 'style')]) one.remove()
  head.append(...about)
  document.title = title
  const gone = [...worn.values()]
  worn = new Map(sheets.map((text) => [text, worn.get(text) ?? sheetOf(text)]))
  const others = adoptedStyleSheets.filter((sheet) => !gone.includes(sheet))
  document.adoptedStyleSheets = [...others, ...worn.values()]
  const isSame = now.after.every((node, i) => node.isEqualNode(after[i] ?? null))
  if (isSame && now.after.length === after.length) return
  for (const one of now.after) one.remove()
  document.getElementById('telar')!.before(...after)
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}

const allIn = ({ head }: Document, what: string): Element[] => [...head.querySelectorAll(what)]
