/** The page that is shown when the server fails: it needs nothing that could have failed too. */
import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'

const STYLE = `:root{color-scheme:light dark;--paper:#f8f7f3;--ink:#1d1b18;--accent:#2c4390}
@media(prefers-color-scheme:dark){:root{--paper:#191816;--ink:#ede9e0;--accent:#a3b5f2}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Georgia,serif}
main{max-width:38rem;margin:auto;padding:12vh 1.5rem}h1{font-weight:500;font-size:2rem;line-height:1.2}a{color:var(--accent)}`

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

const SAID = {
  en: {
    title: 'Something went wrong on the server',
    text: 'It is not your fault, and what you wrote is kept in your browser. Load the page again in a moment, or go on from here:',
    home: ['/', 'Home'],
    learn: ['/learn', 'Lessons'],
  },
  es: {
    title: 'Algo falló en el servidor',
    text: 'No es culpa tuya, y lo que escribiste se guarda en tu navegador. Vuelve a cargar la página dentro de un momento o sigue desde aquí:',
    home: ['/es', 'Inicio'],
    learn: ['/es/learn', 'Lecciones'],
  },
}

export function errorPage(path: string): string {
  const lang = /^\/es(\/|$)/.test(path) ? 'es' : 'en'
  const { title, text, home, learn } = SAID[lang]
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Telar</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${text}</p><p><a href="${home[0]}">${home[1]}</a> · <a href="${learn[0]}">${learn[1]}</a></p></main></body>
</html>
`
}

/** Answers with it, unless an answer has begun. */
export function answerError(response: ServerResponse, path: string): void {
  if (response.headersSent) {
    response.end()
    return
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  response.writeHead(500, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  })
  response.end(errorPage(path))
}
