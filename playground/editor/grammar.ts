/** TypeScript in which html`…` and svg`…` literals are coloured as markup, with their holes. */
import type { languages } from 'monaco-editor/editor/editor.api.js'

type Rules = languages.IMonarchLanguageRule[]

const HOLE: Rules[number] = [/\$\{/, { token: 'delimiter.bracket', next: '@bracketCounting' }]

// During typing a literal may end in the middle of a tag; every state must accept its end.
const LITERAL_ENDS: Rules[number] = [/(?=`)/, { token: '', next: '@pop' }]

const MARKUP: Record<string, Rules> = {
  markup: [
    HOLE,
    [/`/, { token: 'string', next: '@pop' }],
    [/<!--/, { token: 'comment', next: '@markupComment' }],
    [/(<\/?)([a-zA-Z][\w-]*)/, ['delimiter.html', { token: 'tag', next: '@markupTag' }]],
    [/&\w+;|\\./, 'string.escape'],
    [/[^<`$&\\]+/, ''],
    [/[<$&\\]/, ''],
  ],
  markupComment: [
    LITERAL_ENDS,
    [/-->/, { token: 'comment', next: '@pop' }],
    [/[^-`]+|-/, 'comment'],
  ],
  markupTag: [
    HOLE,
    LITERAL_ENDS,
    [/\/?>/, { token: 'delimiter.html', next: '@pop' }],
    [/lv-[\w-]+/, 'attribute.name.live'],
    [/"/, { token: 'attribute.value', next: '@markupDouble' }],
    [/'/, { token: 'attribute.value', next: '@markupSingle' }],
    [/(=)([^\s"'`$>]+)/, ['delimiter.html', 'attribute.value']],
    [/=/, 'delimiter.html'],
    [/[^\s"'`$=>/]+/, 'attribute.name'],
    [/[\s$/]/, ''],
  ],
  markupDouble: valueUntil('"'),
  markupSingle: valueUntil("'"),
}

function valueUntil(quote: string): Rules {
  return [
    HOLE,
    LITERAL_ENDS,
    [new RegExp(quote), { token: 'attribute.value', next: '@pop' }],
    [new RegExp(`[^${quote}$\`]+`), 'attribute.value'],
    [/\$/, 'attribute.value'],
  ]
}

/** Monaco's own grammar of TypeScript, with markup in its tagged literals. */
export function withMarkup(typescript: languages.IMonarchLanguage): languages.IMonarchLanguage {
  const literal: Rules[number] = [
    /(html|svg)(`)/,
    ['identifier', { token: 'string', next: '@markup' }],
  ]
  const { common = [], ...states } = typescript.tokenizer
  return {
    ...typescript,
    tokenizer: { ...states, common: [literal, ...common], ...MARKUP },
  }
}
