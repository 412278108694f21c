/** Writes the document around a component's first paint. */
import { createHash } from 'node:crypto'
import type { Page } from '../layout/page.ts'
import type { PageConfig } from '../protocol/signals.ts'
import { escapeAttribute, escapeText } from '../template/escape.ts'
import { EARLY } from './early.ts'

export interface Painted {
  page: Page
  title: string
  /** The root hole's marker and content. */
  marker: string
  content: string
  /** What the client starts with. */
  config: PageConfig
  /** The client's URL. */
  client: string
}

/** A whole document: complete and useful before any script runs. */
export function documentOf({ page, title, marker, content, config, client }: Painted): string {
  return `<!doctype html>
<html lang="${escapeAttribute(page.lang ?? 'en')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
<script>${EARLY}</script>
${iconOf(page)}${page.head ?? ''}${styleOf(page)}<link rel="modulepreload" href="${escapeAttribute(client)}">
</head>
<body>
<div id="telar-root" lv-t="${marker}">${content}</div>
${lineOf(page)}
${page.afterCode ?? ''}<script type="application/json" id="telar">${scriptJson(config)}</script>
<script type="module" src="${escapeAttribute(client)}"></script>
</body>
</html>
`
}

/** Headers that hold for every page. Script comes from this origin only, and never from a text, but for the engine's own. */
export function headersFor(page: Page): Record<string, string> {
  // A hash would take the leave that any other inline script has.
  const inline = page.allowScript ? "'unsafe-inline'" : `'${hashOf(EARLY)}'`
  const style = page.css ? ` '${hashOf(safeCss(page.css))}'` : ''
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${inline}`,
    `style-src 'self'${style}`,
    // Style attributes carry values of styles({…}).
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "connect-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
    `frame-ancestors ${page.frameAncestors ?? "'self'"}`,
  ]
  return {
    'content-type': 'text/html; charset=utf-8',
    // The page holds a token of its own: neither a cache nor the back button may show it again as it was.
    'cache-control': 'no-store',
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
  }
}

// Empty until the connection is lost. Its sentence comes along, since nothing can be fetched then;
// it stands in the page before it has words, or they would not be announced.
const lineOf = ({ lang = 'en' }: Page) =>
  `<div class="telar-status" role="status" data-lost="${lang.startsWith('es') ? LOST.es : LOST.en}" style="${LINE}"></div>`

const LOST = {
  en: 'Connection lost. Trying again…',
  es: 'Se perdió la conexión. Reintentando…',
}

// Without words it has no height. A page can style it.
const LINE =
  'position:fixed;inset:auto 0 0;z-index:2147483647;text-align:center;font:14px/2.5 system-ui,sans-serif;color:#fff;background:#333'

// Without one the browser asks for /favicon.ico, which is not this page's to answer.
const iconOf = (page: Page) =>
  /rel=["']?icon/.test(page.head ?? '') ? '' : '<link rel="icon" href="data:,">\n'

const styleOf = (page: Page) => (page.css ? `<style>${safeCss(page.css)}</style>\n` : '')

// A stylesheet that holds the end tag would end its element.
const safeCss = (css: string) => css.replace(/<\/(?=style)/gi, '<\\/')

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

// In a script element only `<` can do harm.
const scriptJson = (value: unknown) => JSON.stringify(value).replace(/</g, '\\u003c')
