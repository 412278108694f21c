/** A page's text as it reads, and its markup as one would write it. */
import { escapeAttribute, escapeText } from '../template/escape.ts'
import { isInvisible } from './accessible.ts'

/** The visible text: white space collapsed, one line for each block. */
export function textOf(element: Element): string {
  return wordsOf(element)
    .replace(/ {2,}/g, ' ')
    .replace(/ *\n[ \n]*/g, '\n')
    .trim()
}

/** The same on one line. */
export const lineOf = (element: Element) => textOf(element).replace(/\s+/g, ' ')

/** Markup without the engine's own: no `lv-` attributes, no comments; attributes sorted by name. */
export function markupOf(element: Element): string {
  return [...element.childNodes].map(nodeMarkup).join('')
}

function wordsOf(node: Node): string {
  if (isText(node)) return node.data.replace(/\s+/g, ' ')
  if (!isElement(node) || isInvisible(node)) return ''
  if (node.localName === 'br') return '\n'
  if (FIELDS.has(node.localName)) return ''
  const words = [...node.childNodes].map(wordsOf).join('')
  if (CELLS.has(node.localName)) return ` ${words} `
  return BLOCKS.has(node.localName) ? `\n${words}\n` : words
}

function nodeMarkup(node: Node): string {
  if (isText(node)) return escapeText(node.data)
  if (!isElement(node)) return ''
  const attributes = [...node.attributes]
    .filter(({ name }) => !name.startsWith('lv-'))
    // Their order differs between a first paint and an update.
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, value }) => (value === '' ? ` ${name}` : ` ${name}="${escapeAttribute(value)}"`))
  const tag = `${node.localName}${attributes.join('')}`
  return VOID.has(node.localName) ? `<${tag}>` : `<${tag}>${markupOf(node)}</${node.localName}>`
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const FIELDS = new Set(['textarea', 'select', 'input'])
const CELLS = new Set(['td', 'th', 'button', 'option'])
const BLOCKS = new Set(
  'address article aside blockquote dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)

const isElement = (node: Node): node is Element => node.nodeType === 1
const isText = (node: Node): node is Text => node.nodeType === 3
