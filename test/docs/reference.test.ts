/** The reference is whole: a page for each public name, cause and cure for each code, no link that leads nowhere, all of it in both languages. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { beforeAll, expect, test } from 'vitest'
import { MODIFIERS } from '../../engine/protocol/names.ts'
import { EXPLAINED_CODES } from '../../playground/ui/explained-codes.ts'
import { writeReference } from '../../scripts/reference.mjs'
import { findReferencePage, listReferencePages, referencePages } from '../../site/lib/reference.ts'
import type { Block } from '../../site/reference/blocks.ts'
import { referenceData } from '../../site/reference/data.ts'
import { ERROR_GROUPS, errorEntries } from '../../site/reference/error-codes.ts'
import { linkOf } from '../../site/reference/links.ts'
import { pathOf } from '../../site/reference/pages/links-to.ts'
import { examplesOf } from '../../site/reference/relations.ts'
import { IN_CONSOLE, SITE_ERROR_GROUPS } from '../../site/reference/site-error-codes.ts'
import { SPANISH } from '../../site/reference/spanish.ts'
import { referenceWords } from '../../site/words/reference/of.ts'
import { LANGS, type Lang } from '../../site/words/words.ts'
import { OPTIONS } from '../support/compiled.ts'
import { DOORS, publicNames } from './doors.ts'
import { siteCodesInSource } from './site-codes.ts'
import { placedTexts, translationFaults } from './spanish-reference.ts'
import { codesInSource } from './thrown-codes.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

// TypeDoc reads the whole engine.
beforeAll(writeReference, 300_000)

test('every public name has a page that says what it is and since when', {
  tags: ['B14'],
}, () => {
  const program = ts.createProgram(Object.values(DOORS), OPTIONS)
  const { names } = referenceData()
  const told = names.flatMap(({ name, doors }) => doors.map((door) => `${door} ${name}`))
  const there = publicNames(program).map(({ door, name }) => `${door} ${name}`)
  expect([...told].sort()).toEqual([...there].sort())
  for (const one of names) {
    expect(findReferencePage(pathOf(one), 'en')?.title, one.name).toBe(one.name)
    expect(one.about, one.name).not.toBe('')
    expect(one.since, one.name).toMatch(/^\d+\.\d+\.\d+$/)
  }
})

test('what is called says what each parameter is, and what belongs to a name says what it does', {
  tags: ['B14'],
}, () => {
  const silent = referenceData().names.flatMap(({ name, members }) =>
    members.filter(({ about }) => about === '').map((member) => `${name}.${member.name}`),
  )
  expect(silent).toEqual([])
})

test('no two pages have one address, whatever the case of their letters', () => {
  const paths = referencePages('en').map(({ path }) => path.toLowerCase())
  expect(paths.filter((path, at) => paths.indexOf(path) !== at)).toEqual([])
})

test.each(LANGS)('every link of the reference leads somewhere: %s', (lang) => {
  const anchors = new Set(
    listReferencePages(lang).flatMap(({ address }) => {
      const page = findReferencePage(address.replace(/^\/es(?=\/)/, ''), lang)
      return [address, ...(page ? idsIn(page.blocks).map((id) => `${address}#${id}`) : [])]
    }),
  )
  const led = referencePages(lang).flatMap(({ path, lead, blocks }) =>
    [lead, ...textsIn(blocks)].flatMap((text) =>
      [
        ...[...text.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => linkOf(code!, lang) ?? []),
        ...[...text.matchAll(/\]\((\/[^)]*)\)/g)].map(([, href]) => href!),
      ].map((href) => ({ path, href })),
    ),
  )
  const linked = referencePages(lang).flatMap(({ path, blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'links' ? block.links.map(({ href }) => ({ path, href })) : [],
    ),
  )
  expect(led.length).toBeGreaterThan(300)
  expect(linked.length).toBeGreaterThan(300)
  expect([...led, ...linked].filter(({ href }) => !anchors.has(href))).toEqual([])
})

test('an id stands once in its page', () => {
  const twice = referencePages('en').flatMap(({ path, blocks }) => {
    const ids = idsIn(blocks)
    return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${path}#${id}`)
  })
  expect(twice).toEqual([])
})

test('every error code that the engine or its client gives has cause and cure, and no other has', {
  tags: ['B14'],
}, () => {
  const { allowed, given } = codesInSource()
  const told = new Set(errorEntries().flatMap(({ entries }) => entries.map(({ code }) => code)))
  expect([...told].sort()).toEqual([...new Set([...allowed, ...given])].sort())
  expect([...told].filter((code) => !given.has(code))).toEqual([])
})

test('every error code that the playground or the site gives has cause and cure, and no other has', {
  tags: ['B14'],
}, () => {
  const { byClass, problems } = siteCodesInSource()
  const engines = new Set<string>(ERROR_GROUPS.flatMap(({ codes }) => codes))
  const told = SITE_ERROR_GROUPS.flatMap(({ id, from, codes }) =>
    codes.map((code) => `${from ?? id} ${code}`),
  )
  const there = [...byClass].flatMap(([from, codes]) => [...codes].map((code) => `${from} ${code}`))
  const container = byClass.get('ContainerError')!
  for (const code of problems) {
    if (code === 'container-failed') there.push(`ContainerError ${code}`)
    // The engine explains the others.
    else if (!engines.has(code) && !container.has(code)) there.push(`reader-code ${code}`)
  }
  expect([...told].sort()).toEqual(there.sort())
})

test('the playground links to the reference for every code that is explained there', () => {
  const codes: string[] = errorEntries().flatMap(({ entries }) => entries.map(({ code }) => code))
  for (const { id, codes: own } of SITE_ERROR_GROUPS)
    if (IN_CONSOLE.includes(id)) codes.push(...own)
  expect([...EXPLAINED_CODES].sort()).toEqual(codes.sort())
  const { blocks } = findReferencePage('/reference/errors', 'en')!
  expect(codes.filter((code) => !idsIn(blocks).includes(code))).toEqual([])
})

test('every name has an example, its own or that of a name that uses it', { tags: ['B14'] }, () => {
  const without = referenceData().names.filter((one) => examplesOf(one).examples.length === 0)
  expect(without.map(({ name }) => name)).toEqual([])
})

test('a code is told with every class that may carry it', () => {
  const program = ts.createProgram(Object.values(DOORS), OPTIONS)
  const checker = program.getTypeChecker()
  for (const [name, file] of CLASSES) {
    const source = program.getSourceFile(`${root}engine/${file}`)!
    const symbol = checker.getExportsOfModule(checker.getSymbolAtLocation(source)!)
    const type = checker.getDeclaredTypeOfSymbol(symbol.find((one) => one.name === name)!)
    const code = checker.getTypeOfSymbol(type.getProperty('code')!)
    const codes = (code.isUnion() ? code.types : [code]).map(
      (one) => (one as ts.StringLiteralType).value,
    )
    const group = ERROR_GROUPS.find(({ from }) => from === name)
    expect([...(group?.codes ?? [])].sort(), name).toEqual(codes.sort())
  }
})

const CLASSES = [
  ['TemplateError', 'template/errors.ts'],
  ['ComponentError', 'component/errors.ts'],
  ['InputError', 'component/errors.ts'],
  ['GuardError', 'component/errors.ts'],
  ['FormError', 'form/errors.ts'],
  ['Outcome', 'component/outcome.ts'],
  ['LayoutError', 'layout/errors.ts'],
  ['BusError', 'bus/bus.ts'],
  ['SessionError', 'session/errors.ts'],
  ['StateError', 'state/errors.ts'],
  ['StoreError', 'state/errors.ts'],
  ['ServerError', 'server/errors.ts'],
  ['ProtocolError', 'protocol/errors.ts'],
  ['TestingError', 'testing/errors.ts'],
] as const

test.each(LANGS)(
  'every lv- attribute of the source is explained: %s',
  { tags: ['B14'] },
  (lang) => {
    const told = namesIn(referenceWords(lang).attributes.sections)
    for (const name of MODIFIERS) expect(told).toContain(`lv-${name}`)
    const [, ...inSource] = new Set(
      [' ', ...sourceMatches(/'(lv-[a-z]+)'|\[(lv-[a-z]+)[\]=]/g)].map((name) => name),
    )
    const css = namesIn(referenceWords(lang).css.sections).join(' ')
    const unknown = inSource.filter((name) => !told.includes(name) && !css.includes(name))
    expect(unknown).toEqual([])
  },
)

test.each(LANGS)('every class that the engine gives to an element is explained: %s', (lang) => {
  const told = namesIn(referenceWords(lang).css.sections).join(' ')
  const inSource = sourceMatches(/class(?:Name)?="?(?: = ')?((?:telar|lv)-[a-z]+)/g)
  expect(inSource).toContain('telar-flash')
  expect(inSource.filter((name) => !told.includes(`.${name}`))).toEqual([])
})

test('each language says the same of the same', () => {
  const shape = (lang: (typeof LANGS)[number]) =>
    referencePages(lang).map(({ path, blocks }) => `${path} ${blocks.map(({ kind }) => kind)}`)
  expect(shape('es')).toEqual(shape('en'))
  const ids = (lang: (typeof LANGS)[number]) =>
    referencePages(lang).map(({ path, blocks }) => `${path} ${idsIn(blocks)}`)
  expect(ids('es')).toEqual(ids('en'))
  expect(Object.keys(referenceWords('es').limits.effects!)).toEqual(
    referenceData().limits.map(({ name }) => name),
  )
})

test('every text of the reference has Spanish that follows its English', { tags: ['B14'] }, () => {
  const texts = placedTexts(referenceData())
  expect(texts.length).toBeGreaterThan(800)
  expect(translationFaults(texts, SPANISH)).toEqual([])
})

test('a changed comment and a removed one are told by their place', () => {
  const places = { serve: { 'serve()': { en: 'Serves.', es: 'Sirve.' } } }
  const text = { folder: 'serve', place: 'serve()', text: 'Serves.' }
  expect(translationFaults([text], places)).toEqual([])
  // Another place that shares the comment is not told of beside it.
  const changed = ['serve(port)', 'serve()'].map((place) => ({
    ...text,
    place,
    text: 'Serves pages.',
  }))
  expect(translationFaults(changed, places)).toEqual([
    'Expected the Spanish of serve() to follow its English "Serves pages.", received the Spanish of "Serves.". Translate it anew in site/reference/es/serve.json.',
  ])
  expect(
    translationFaults([text, { ...text, place: 'serve(port)', text: 'A port.' }], places),
  ).toEqual([
    'Expected the Spanish of serve(port) to follow its English "A port.", received none. Add it to site/reference/es/serve.json.',
  ])
  expect(translationFaults([], places)).toEqual([
    'Expected a text of the reference at serve(), received none. Remove it from site/reference/es/serve.json.',
  ])
})

test('the Spanish names the same code as the English, in as many paragraphs', () => {
  const code = (text: string) => [...text.matchAll(/`[^`]+`/g)].map(String).sort()
  const blocks = (text: string) => text.split(/\n\n|\n(?=- )/).length
  const shape = (text: string) => ({ code: code(text), blocks: blocks(text) })
  for (const { place, en, es } of spanishTexts) expect(shape(es), place).toEqual(shape(en))
})

test('nothing in the Spanish is English', () => {
  const prose = (text: string) => text.replace(/`[^`]*`/g, '')
  const english = spanishTexts.filter(({ es }) =>
    /\b(the|and|is|are|with|which|this|that|of|to|from|when|what|where|whether|not|by)\b/i.test(
      prose(es),
    ),
  )
  expect(english.map(({ place, es }) => `${place}: ${es}`)).toEqual([])
})

test('no text of a Spanish page is in English', () => {
  const english = referencePages('es').flatMap(({ path, leadLang, blocks }) => [
    ...(leadLang === 'en' ? [path] : []),
    ...langsIn(blocks).flatMap((lang) => (lang === 'en' ? path : [])),
  ])
  expect(english).toEqual([])
})

test('a page as Markdown has all that it says', () => {
  const [index] = listReferencePages('en')
  expect(index!.text).toContain('- [form](/reference/form): ')
  const form = listReferencePages('es').find(({ address }) => address === '/es/reference/form')!
  expect(form.text).toMatch(/^# `form`\n/)
  expect(form.text).toContain('```ts\n')
  expect(form.text).toContain('(/es/playground#1.')
})

const spanishTexts = Object.values(SPANISH).flatMap((places) =>
  Object.entries(places).map(([place, translation]) => ({ place, ...translation })),
)

function langsIn(blocks: readonly Block[]): (Lang | undefined)[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'terms')
      return block.terms.flatMap(({ text }) => text.map(({ lang }) => lang))
    if (block.kind === 'links') return block.links.map(({ lang }) => lang)
    return 'lang' in block ? block.lang : []
  })
}

function idsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return block.id
    return block.kind === 'terms' ? block.terms.flatMap(({ id }) => id ?? []) : []
  })
}

function textsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'text' || block.kind === 'heading') return block.text
    if (block.kind === 'terms')
      return block.terms.flatMap(({ text }) => text.map((one) => one.text))
    if (block.kind === 'table') return block.rows.flat()
    return block.kind === 'links' ? block.links.map(({ text }) => text) : []
  })
}

const namesIn = (sections: readonly { names?: readonly { name: string }[] }[]) =>
  sections.flatMap(({ names }) => names ?? []).map(({ name }) => name)

/** What the first group that matched has found in the engine and its client. */
function sourceMatches(pattern: RegExp): string[] {
  const text = execFileSync('git', ['grep', '-hE', '', '--', 'engine/*.ts', 'wasm/client'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  const code = text.replace(/^\s*(\*|\/\/|\/\*\*).*$/gm, '')
  return [...code.matchAll(pattern)].map((match) => match.slice(1).find((part) => part)!)
}
