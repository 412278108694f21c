/** Writes the page at `/headless`, which only the site named by the token may frame. */
import { createHash } from 'node:crypto'
import type { HeadlessSettings } from './headless/settings.ts'

interface HeadlessAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

/** `framers` may frame it; the page talks to no other origin. */
export function headlessPage(
  settings: HeadlessSettings,
  framers: readonly string[],
  socketOrigin: string,
): HeadlessAnswer {
  return {
    status: settings.refusal === null ? 200 : 403,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': [
        "default-src 'none'",
        "script-src 'self'",
        `connect-src 'self' ${socketOrigin}`,
        "base-uri 'none'",
        "form-action 'none'",
        `frame-ancestors ${framers.join(' ') || "'none'"}`,
      ].join('; '),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      ...ISOLATION,
    },
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Container host</title><meta name="settings" content="${attribute(JSON.stringify(settings))}"><script src="/headless.js" defer></script></head><body></body></html>`,
  }
}

/** A page that is cross-origin isolated may only embed documents that allow it. */
const ISOLATION = {
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
}

export const etagOf = (text: string) =>
  `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`

const attribute = (text: string) => text.replace(/[&<>"]/g, (it) => `&#${it.charCodeAt(0)};`)
