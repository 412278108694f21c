/** Makes pages and fragments with linkedom, and does what a browser's parser does and linkedom's does not. */
import { isTextElement } from './adopt.ts'
import { parseHTML } from './packages.ts'
import { isText } from './slots.ts'

/** An empty document with a body. */
export const emptyDocument = (): Document =>
  parseHTML('<!doctype html><html><head></head><body></body></html>').document as Document

/** Markup as nodes that stand nowhere yet. */
export function parseMarkup(markup: string, document: Document): DocumentFragment {
  const holder = document.createElement('template')
  holder.innerHTML = markup
  const { content } = holder
  for (const element of content.querySelectorAll('pre, textarea, listing, title')) {
    const first = element.firstChild
    if (!isText(first)) continue
    if (isTextElement(element)) first.data = decodeReferences(first.data, document)
    if (element.localName !== 'title') first.data = first.data.replace(/^\n/, '')
  }
  return content
}

// linkedom leaves character references in text elements as they were written.
function decodeReferences(text: string, document: Document): string {
  if (!text.includes('&')) return text
  const holder = document.createElement('p')
  holder.innerHTML = text.replaceAll('<', '&lt;')
  return holder.textContent ?? ''
}
