/** The pages about the wire: an overview, and one for each op with its cases from the conformance table. */

import { referenceWords } from '../../words/reference/of.ts'
import { type Lang, pathIn } from '../../words/words.ts'
import type { Block, ReferencePage } from '../blocks.ts'
import { referenceData } from '../data.ts'
import type { WireCase, WireOp } from '../names.ts'
import { langOf, said } from '../spanish.ts'
import { sectionBlocks } from './written.ts'

export function protocolPages(lang: Lang): ReferencePage[] {
  const { protocol } = referenceWords(lang)
  const { ops, whole, refused } = referenceData().wire
  const effects = ops.map(({ does }) => said(does, lang))
  const titles = refused.map(({ title }) => said(title, lang))
  const table: Block = {
    kind: 'table',
    head: [protocol.code, protocol.op, protocol.fields, protocol.does],
    lang: langOf(effects, lang),
    rows: ops.map(({ name, number, fields }, at) => [
      `${number}`,
      `[\`${name}\`](${pathIn(lang, `/reference/protocol/${name}`)})`,
      `\`${fields}\``,
      effects[at]!.text,
    ]),
  }
  const overview: ReferencePage = {
    path: '/reference/protocol',
    title: protocol.title,
    isName: false,
    group: 'wire',
    lead: protocol.lead,
    leadLang: lang,
    description: protocol.description,
    blocks: [
      ...sectionBlocks(protocol.sections),
      { kind: 'heading', level: 2, id: 'ops', text: protocol.ops },
      table,
      { kind: 'heading', level: 2, id: 'frames', text: protocol.whole },
      { kind: 'text', text: protocol.wholeText },
      { kind: 'code', code: referenceData().wire.start, language: 'html', label: protocol.start },
      ...whole.flatMap((one, at) => caseBlocks(one, at, 3, lang)),
      { kind: 'heading', level: 2, id: 'refused', text: protocol.refused },
      {
        kind: 'table',
        head: [protocol.message, protocol.bytes, protocol.answer],
        lang: langOf(titles, lang),
        rows: refused.map(({ hex, code }, at) => [titles[at]!.text, `\`${hex}\``, `\`${code}\``]),
      },
    ],
  }
  return [overview, ...ops.map((op) => opPage(op, lang))]
}

function opPage({ name, number, fields, does, cases }: WireOp, lang: Lang): ReferencePage {
  const { protocol } = referenceWords(lang)
  const lead = said(does, lang)
  return {
    path: `/reference/protocol/${name}`,
    title: name,
    isName: true,
    group: 'wire',
    kind: `${protocol.op} ${number} · ${fields}`,
    lead: lead.text,
    leadLang: lead.lang,
    description: protocol.opDescription(name),
    blocks: [
      { kind: 'code', code: referenceData().wire.start, language: 'html', label: protocol.start },
      ...cases.flatMap((one, at) => caseBlocks(one, at, 2, lang)),
    ],
  }
}

function caseBlocks(
  { title, hex, json, calls, dom, after }: WireCase,
  at: number,
  level: 2 | 3,
  lang: Lang,
): Block[] {
  const { protocol } = referenceWords(lang)
  const block = (label: string, code: string, language: string): Block[] =>
    code ? [{ kind: 'code', code, language, label }] : []
  return [
    { kind: 'heading', level, id: `case-${at + 1}`, ...said(title, lang) },
    ...block(protocol.bytes, hex, 'text'),
    ...block(protocol.json, json, 'json'),
    ...block(protocol.calls, calls.join('\n'), 'text'),
    ...block(protocol.dom, dom.join('\n'), 'text'),
    ...block(protocol.after, after, 'html'),
  ]
}
