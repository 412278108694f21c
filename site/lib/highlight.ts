/** Colours code at build time: lines of words, each with the role of its colour. */
import { createHighlighterCore, type HighlighterCore, type ThemeRegistrationRaw } from 'shiki/core'
import { createOnigurumaEngine } from 'shiki/engine/oniguruma'

export type Role = 'keyword' | 'text' | 'tag' | 'name' | 'number' | 'comment' | 'plain'
export interface Word {
  text: string
  role: Role
}

/** The lines of `code`, coloured as `language`; an unknown language stays plain. */
export async function highlight(code: string, language: string): Promise<Word[][]> {
  const grammar = GRAMMARS[language]
  const source = code.replace(/\n$/, '')
  if (!grammar) return source.split('\n').map((text) => [{ text, role: 'plain' }])
  const highlighter = await once()
  // Without this, on a busy machine the rest of a slow line would get one colour.
  const patience = { tokenizeTimeLimit: 0 }
  const lines = highlighter.codeToTokensBase(source, { lang: grammar, theme: 'telar', ...patience })
  return lines.map((line) =>
    line.map(({ content, color }) => ({ text: content, role: mend(content, roleOf(color)) })),
  )
}

// html`…` inside TypeScript is coloured as HTML by the grammar with tags.
const GRAMMARS: Record<string, string> = {
  ts: 'ts-tags',
  js: 'ts-tags',
  typescript: 'ts-tags',
  tsx: 'tsx',
  html: 'html',
  css: 'css',
  json: 'json',
  sh: 'shellscript',
  docker: 'docker',
  ini: 'ini',
  nginx: 'nginx',
}

const ROLES: readonly Role[] = ['keyword', 'text', 'tag', 'name', 'number', 'comment']

const roleOf = (color: string | undefined): Role =>
  ROLES.find((role) => color === `var(--code-${role})`) ?? 'plain'

// The colours are names of tokens, so one highlighted page works for light and dark.
const THEME: ThemeRegistrationRaw = {
  name: 'telar',
  type: 'light',
  settings: [
    { settings: { foreground: 'var(--ink)', background: 'var(--paper)' } },
    colour('comment', ['comment', 'punctuation.definition.comment']),
    colour('keyword', ['keyword', 'storage', 'variable.language']),
    colour('plain', ['keyword.operator', 'punctuation', 'meta.brace']),
    colour('keyword', ['keyword.operator.new', 'keyword.operator.expression']),
    colour('text', ['string', 'meta.embedded.block.html string']),
    colour('tag', ['entity.name.tag', 'support.type.property-name.css']),
    colour('name', ['entity.name.function', 'entity.name.type', 'entity.other.attribute-name']),
    colour('name', ['support.class', 'support.function', 'entity.other.inherited-class']),
    colour('number', ['constant.numeric', 'constant.language', 'keyword.other.unit']),
    colour('plain', ['meta.template.expression', 'variable', 'text.html', 'meta.embedded']),
  ],
}

function colour(role: Role, scope: string[]) {
  const foreground = role === 'plain' ? 'var(--ink)' : `var(--code-${role})`
  return { scope, settings: { foreground } }
}

// The grammar takes the literal's name for a comment and the braces of its holes for tags.
function mend(text: string, role: Role): Role {
  if (/^\s*(html|svg|css)$/.test(text)) return 'name'
  return text === '${' || text === '}' ? 'plain' : role
}

let highlighter: Promise<HighlighterCore> | undefined

// Loading grammars takes a moment, so one build shares one highlighter.
const once = () =>
  (highlighter ??= createHighlighterCore({
    engine: createOnigurumaEngine(import('shiki/wasm')),
    themes: [THEME],
    langs: [
      import('shiki/langs/ts-tags.mjs'),
      import('shiki/langs/html.mjs'),
      import('shiki/langs/css.mjs'),
      import('shiki/langs/json.mjs'),
      import('shiki/langs/shellscript.mjs'),
      import('shiki/langs/tsx.mjs'),
      import('shiki/langs/docker.mjs'),
      import('shiki/langs/ini.mjs'),
      import('shiki/langs/nginx.mjs'),
    ],
  }))
