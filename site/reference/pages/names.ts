/** A page for each public name: its signature, what each part means, its errors, its examples. */

import { playgroundLink } from '../../lib/playground-link.ts'
import { referenceWords } from '../../words/reference/of.ts'
import { type Lang, pathIn } from '../../words/words.ts'
import type { Block, ReferencePage, Term } from '../blocks.ts'
import { referenceData } from '../data.ts'
import { ERROR_GROUPS } from '../error-codes.ts'
import { groupOf } from '../groups.ts'
import type { Member, Parameter, PublicName } from '../names.ts'
import { examplesOf, relatedTo } from '../relations.ts'
import { langOf, said } from '../spanish.ts'
import { calledAs, firstSentence, linksTo, pathOf } from './links-to.ts'

export const namePages = (lang: Lang): ReferencePage[] =>
  referenceData().names.map((name) => namePage(name, lang))

function namePage(one: PublicName, lang: Lang): ReferencePage {
  const words = referenceWords(lang)
  const doors = new Intl.ListFormat(lang)
  const about = said(one.about, lang)
  const heading = (id: string, text: string) => ({ kind: 'heading', level: 2, id, text }) as const
  const [, lead = about.text, more = ''] =
    /^(.+?\.)(?:\s+([\p{Lu}`"«].*))?$/su.exec(about.text) ?? []
  const blocks: Block[] = [
    { kind: 'code', code: one.signature, language: 'ts' },
    ...(more ? [{ kind: 'text', text: more, lang: about.lang } as const] : []),
  ]
  if (one.parameters.length > 0)
    blocks.push(heading('parameters', words.parameters), {
      kind: 'terms',
      terms: one.parameters.map((parameter) => parameterTerm(parameter, lang)),
    })
  if (one.returns)
    blocks.push(heading('returns', words.returns), { kind: 'text', ...said(one.returns, lang) })
  for (const [id, title, isMethod] of [
    ['properties', words.properties, false],
    ['methods', words.methods, true],
  ] as const) {
    const members = one.members.filter((member) => member.isMethod === isMethod)
    if (members.length === 0) continue
    blocks.push(heading(id, title), {
      kind: 'terms',
      terms: members.map((member) => memberTerm(member, lang)),
    })
  }
  if (one.throws.length > 0) blocks.push(heading('errors', words.throws), listOf(one.throws, lang))
  blocks.push(...codeBlocks(one, lang), ...exampleBlocks(one, lang))
  blocks.push(heading('related', words.related), {
    kind: 'links',
    links: linksTo(relatedTo(one), lang),
  })
  return {
    path: pathOf(one),
    title: one.name,
    isName: true,
    group: groupOf(one),
    kind: `${words.kindFrom(words.kinds[one.kind], doors.format(one.doors))} · ${words.since(one.since)}`,
    lead,
    leadLang: about.lang,
    description: `${one.name}: ${firstSentence(about.text).replaceAll('`', '')}`,
    blocks,
  }
}

function listOf(texts: readonly string[], lang: Lang): Block {
  const items = texts.map((text) => said(text, lang))
  const text = items.map((item) => `- ${item.text}`).join('\n')
  return { kind: 'text', text, lang: langOf(items, lang) }
}

function parameterTerm({ name, type, isOptional, value, about }: Parameter, lang: Lang): Term {
  const { optional, byDefault } = referenceWords(lang)
  const state = value === undefined ? (isOptional ? optional : '') : byDefault(value)
  return {
    name,
    note: [type, state].filter(Boolean).join(' · '),
    isType: true,
    text: about ? [said(about, lang)] : [],
  }
}

function memberTerm({ name, signature, isOptional, about, throws }: Member, lang: Lang): Term {
  const words = referenceWords(lang)
  return {
    id: name,
    name,
    note: isOptional ? `${words.optional} · ${signature}` : signature,
    isType: true,
    text: [
      ...(about ? [said(about, lang)] : []),
      ...throws.map((it) => ({ label: words.throws, ...said(it, lang) })),
    ],
  }
}

/** The codes of a class of errors, each with its cause. */
function codeBlocks({ name }: PublicName, lang: Lang): Block[] {
  const { errors } = referenceWords(lang)
  const group = ERROR_GROUPS.find(({ from }) => from === name)
  if (!group) return []
  return [
    { kind: 'heading', level: 2, id: 'codes', text: errors.title },
    {
      kind: 'links',
      links: group.codes.map((code) => ({
        href: pathIn(lang, `/reference/errors#${code}`),
        name: code,
        isName: true,
        text: firstSentence(errors.codes[code].cause),
      })),
    },
  ]
}

function exampleBlocks(one: PublicName, lang: Lang): Block[] {
  const words = referenceWords(lang)
  const { of = one, examples } = examplesOf(one)
  if (examples.length === 0) return []
  return [
    { kind: 'heading', level: 2, id: 'examples', text: words.examples },
    ...(of === one ? [] : [{ kind: 'text', text: words.exampleOf(calledAs(of)) } as const]),
    ...examples.map(({ code, program }) => ({
      kind: 'code' as const,
      code,
      language: 'ts',
      ...(program && {
        open: { href: playgroundLink({ [fileOf(of.name)]: program }, lang), name: words.open },
      }),
    })),
  ]
}

/** `LiveComponent` is shown in live-component.ts. */
const fileOf = (name: string) => `${name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}.ts`
