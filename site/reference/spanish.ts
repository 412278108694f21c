/** What the engine says of its names and its wire, in Spanish: found by the English, so a comment that changes loses its old Spanish. */
import type { Lang } from '../words/words.ts'
import bus from './es/bus.json' with { type: 'json' }
import component from './es/component.json' with { type: 'json' }
import form from './es/form.json' with { type: 'json' }
import layout from './es/layout.json' with { type: 'json' }
import observe from './es/observe.json' with { type: 'json' }
import server from './es/server.json' with { type: 'json' }
import session from './es/session.json' with { type: 'json' }
import state from './es/state.json' with { type: 'json' }
import template from './es/template.json' with { type: 'json' }
import testing from './es/testing.json' with { type: 'json' }
import wire from './es/wire.json' with { type: 'json' }

export interface Translation {
  readonly en: string
  readonly es: string
}

/** By the engine's folder that declares the name, then by the place: `serve()`, `serve(options)`, `LiveServer.close`. */
export const SPANISH: Readonly<Record<string, Readonly<Record<string, Translation>>>> = {
  bus,
  component,
  form,
  layout,
  observe,
  server,
  session,
  state,
  template,
  testing,
  wire,
}

const spanish = new Map(
  Object.values(SPANISH).flatMap((places) => Object.values(places).map(({ en, es }) => [en, es])),
)

/** A text in the page's language. Until somebody translates it, it stays in English and says so. */
export function said(english: string, lang: Lang): { text: string; lang: Lang } {
  const text = lang === 'es' ? spanish.get(english) : undefined
  return text === undefined ? { text: english, lang: 'en' } : { text, lang }
}

/** The language of texts that stand in one block. */
export const langOf = (texts: readonly { lang: Lang }[], lang: Lang): Lang =>
  texts.every((text) => text.lang === lang) ? lang : 'en'
