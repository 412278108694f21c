/** Writes the document around a component's first paint. */
import { createHash } from 'node:crypto'
import type { Page } from '../layout/page.ts'
import { policyText, type Sources } from '../layout/policy.ts'
import { SPANISH } from '../protocol/names.ts'
import type { PageConfig } from '../protocol/signals.ts'
import { escapeAttribute, escapeText } from '../template/escape.ts'
import { EARLY } from './early.ts'

export interface Painted {
  page: Page
  title: string
  /** The page's own markup for the head. */
  head?: string
  /** The root slot's marker and content. */
  marker: string
  content: string
  /** The configuration that the client starts with. */
  config: PageConfig
  /** The client's URL. */
  client: string
}

/** A whole document: complete and useful before any script runs. */
export function documentOf({
  page,
  title,
  head = '',
  marker,
  content,
  config,
  client,
}: Painted): string {
  return `<!doctype html>
<html lang="${escapeAttribute(page.lang ?? 'en')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
<script>${EARLY}</script>
${iconOf(head)}${head}${styleOf(page)}<link rel="modulepreload" href="${escapeAttribute(client)}">
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

/** Headers of every page. Scripts must come from this origin as files, except the engine's own inline script. */
export function headersFor(page: Page, sources?: Sources): Record<string, string> {
  // A hash in the policy would disable the permission for all other inline scripts.
  const inline = page.allowScript ? "'unsafe-inline'" : `'${hashOf(EARLY)}'`
  const style = page.css ? ` '${hashOf(safeCss(page.css))}'` : ''
  return {
    'content-type': 'text/html; charset=utf-8',
    // The page contains its own token: neither a cache nor the back button may show the same page again.
    'cache-control': 'no-store',
    'content-security-policy': policyText(policyOf(page, inline, style), sources),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
  }
}

/**
 * A name for what two pages must have in common, so that one can take the other's place in its document: the policy, and what stands at the end of the body. The page's own style sheet
 * is left out: it is put into the document by script, which no policy forbids.
 */
export function policyName(page: Page, sources?: Sources): string {
  const policy = policyText(policyOf(page, page.allowScript ? 'inline' : '', ''), sources)
  return createHash('sha256')
    .update(policy + (page.afterCode ?? ''))
    .digest('base64url')
    .slice(0, 8)
}

const policyOf = (page: Page, inline: string, style: string): readonly string[] => [
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

// Empty until the connection is lost. Its sentence is in the page, since nothing can be fetched then;
// the element exists before it has a text, or screen readers would not announce it.
const lineOf = ({ lang = 'en' }: Page) =>
  `<div class="telar-status" role="status" data-lost="${SPANISH.test(lang) ? LOST.es : LOST.en}" style="${LINE}"></div>`

const LOST = {
  en: 'Connection lost. Trying again…',
  es: 'Se perdió la conexión. Reintentando…',
}

// Without a text it has no height. A page can style it.
const LINE =
  'position:fixed;inset:auto 0 0;z-index:2147483647;text-align:center;font:14px/2.5 system-ui,sans-serif;color:#fff;background:#333'

// Without a link the browser asks for /favicon.ico, which belongs to the site around.
const iconOf = (head: string) =>
  /rel=["']?icon/.test(head) ? '' : '<link rel="icon" href="data:,">\n'

const styleOf = (page: Page) => (page.css ? `<style>${safeCss(page.css)}</style>\n` : '')

// A stylesheet that contains the end tag would end its element.
const safeCss = (css: string) => css.replace(/<\/(?=style)/gi, '<\\/')

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

// In a script element only `<` can do harm.
const scriptJson = (value: unknown) => JSON.stringify(value).replace(/</g, '\\u003c')
