/** The pages that are written by hand: attributes, commands, CSS, limits, error codes. */

import { referenceWords } from '../../words/reference/of.ts'
import type { Section } from '../../words/reference/words.ts'
import type { Lang } from '../../words/words.ts'
import type { Block, ReferencePage, Term } from '../blocks.ts'
import { referenceData } from '../data.ts'
import { type CauseAndCure, errorEntries } from '../error-codes.ts'
import { groupOf } from '../groups.ts'
import { anchorOf, SITE_ERROR_GROUPS } from '../site-error-codes.ts'
import { linksTo } from './links-to.ts'

export function writtenPages(lang: Lang): ReferencePage[] {
  const words = referenceWords(lang)
  const { attributes, commands, css, limits, errors } = words
  const isCommand = (name: { name: string; file: string }) => groupOf(name) === 'commands'
  return [
    page('attributes', attributes, sectionBlocks(attributes.sections)),
    page('commands', commands, [
      ...sectionBlocks(commands.sections),
      { kind: 'heading', level: 2, id: 'all', text: commands.list },
      { kind: 'links', links: linksTo(referenceData().names.filter(isCommand), lang) },
    ]),
    page('css', css, sectionBlocks(css.sections)),
    page('limits', limits, [limitTerms(lang)]),
    page('errors', errors, [...errorBlocks(lang), ...siteErrorBlocks(lang)]),
  ]

  function page(
    name: string,
    { title, description, lead }: { title: string; description: string; lead: string },
    blocks: readonly Block[],
  ): ReferencePage {
    return {
      path: `/reference/${name}`,
      title,
      isName: false,
      group: 'guide',
      lead,
      leadLang: lang,
      description,
      blocks,
    }
  }
}

/** Sections as blocks: heading, text, code, names. */
export const sectionBlocks = (sections: readonly Section[]): Block[] =>
  sections.flatMap(({ id, title, text, code, names }): Block[] => [
    { kind: 'heading', level: 2, id, text: title },
    ...(text ? [{ kind: 'text', text } as const] : []),
    ...(names
      ? [{ kind: 'terms', terms: names.map((one) => termOf(one.name, one.text)) } as const]
      : []),
    ...(code ? [{ kind: 'code', code: code.text, language: code.language } as const] : []),
  ])

const termOf = (name: string, text: string): Term => ({
  id: name.replace(/[^\w-]+/g, '-').replace(/^-|-$/g, ''),
  name,
  text: [{ text }],
})

function limitTerms(lang: Lang): Block {
  const { limits, byDefault } = referenceWords(lang)
  const number = new Intl.NumberFormat(lang, { useGrouping: 'always' } as Intl.NumberFormatOptions)
  return {
    kind: 'terms',
    terms: referenceData().limits.map(({ name, value, effect }) => ({
      id: name,
      name,
      note: byDefault(number.format(value)),
      text: [{ text: limits.effects?.[name] ?? effect }],
    })),
  }
}

function errorBlocks(lang: Lang): Block[] {
  const { errors, owners } = referenceWords(lang)
  return errorEntries().flatMap(({ id, entries }): Block[] => [
    { kind: 'heading', level: 2, id, text: errors.groups[id] },
    {
      kind: 'terms',
      terms: entries.map(({ code, from, owner }) => ({
        id: code,
        name: code,
        note: [...from, owners[owner]].join(' · '),
        text: causeAndCure(errors.codes[code], lang),
      })),
    },
  ])
}

function siteErrorBlocks(lang: Lang): Block[] {
  const { site } = referenceWords(lang).errors
  return SITE_ERROR_GROUPS.flatMap((group): Block[] => {
    const { title, seenBy, codes } = site[group.id]
    const entries: [string, CauseAndCure][] = Object.entries(codes)
    return [
      { kind: 'heading', level: 2, id: group.id, text: title },
      { kind: 'text', text: seenBy },
      {
        kind: 'terms',
        terms: entries.map(([code, entry]) => ({
          id: anchorOf(group, code),
          name: code,
          ...(group.from && { note: group.from }),
          text: causeAndCure(entry, lang),
        })),
      },
    ]
  })
}

function causeAndCure({ cause, cure }: CauseAndCure, lang: Lang): Term['text'] {
  const { errors } = referenceWords(lang)
  return [
    { label: errors.cause, text: cause },
    { label: errors.cure, text: cure },
  ]
}
