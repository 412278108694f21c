/** Holds the Spanish of the engine's comments to their English, place by place. */
import type { ReferenceData } from '../../site/reference/names.ts'
import type { Translation } from '../../site/reference/spanish.ts'

export interface PlacedText {
  readonly folder: string
  readonly place: string
  readonly text: string
}

/** What is missing, outdated or left over. Texts that several places share are translated at one of them. */
export function translationFaults(
  texts: readonly PlacedText[],
  translations: Readonly<Record<string, Readonly<Record<string, Translation>>>>,
): string[] {
  const known = new Set(
    Object.values(translations).flatMap((places) => Object.values(places).map(({ en }) => en)),
  )
  const file = (folder: string) => `site/reference/es/${folder}.json`
  const unknown = texts.filter(({ text }) => !known.has(text))
  const missing = [...new Set(unknown.map(({ text }) => text))].map((text) => {
    const places = unknown.filter((one) => one.text === text)
    const oldPlace = places.find(({ folder, place }) => translations[folder]?.[place])
    const { folder, place } = oldPlace ?? places[0]!
    const expected = `Expected the Spanish of ${place} to follow its English "${text}", received`
    const old = translations[folder]?.[place]
    return old
      ? `${expected} the Spanish of "${old.en}". Translate it anew in ${file(folder)}.`
      : `${expected} none. Add it to ${file(folder)}.`
  })
  const there = new Map(texts.map(({ folder, place, text }) => [`${folder} ${place}`, text]))
  const left = Object.entries(translations).flatMap(([folder, places]) =>
    Object.entries(places).flatMap(([place, { en }]) => {
      const text = there.get(`${folder} ${place}`)
      if (text === en || (text !== undefined && !known.has(text))) return []
      return `Expected a text of the reference at ${place}, received ${text === undefined ? 'none' : `"${text}", which has its Spanish at another place`}. Remove it from ${file(folder)}.`
    }),
  )
  return [...missing, ...left]
}

/** Every text that the engine gives to the reference, by the folder that declares it and its place there. */
export function placedTexts({ names, wire }: ReferenceData): PlacedText[] {
  const ofNames = names.flatMap(
    ({ name, kind, file, about, parameters, returns, throws, members }) =>
      inFolder(file.split('/')[0]!, [
        [kind === 'function' ? `${name}()` : name, about],
        ...parameters.map((one): PlaceAndText => [`${name}(${one.name})`, one.about]),
        [`${name}() returns`, returns],
        ...numbered(`${name}() throws`, throws),
        ...members.flatMap((member): PlaceAndText[] => [
          [`${name}.${member.name}`, member.about],
          ...numbered(`${name}.${member.name} throws`, member.throws),
        ]),
      ]),
  )
  const titles = (cases: readonly { title: string }[]) => cases.map(({ title }) => title)
  const ofWire = inFolder('wire', [
    ...wire.ops.flatMap(({ name, does, cases }): PlaceAndText[] => [
      [name, does],
      ...numbered(`${name} case`, titles(cases)),
    ]),
    ...numbered('frame', titles(wire.whole)),
    ...numbered('refused', titles(wire.refused)),
  ])
  return [...ofNames, ...ofWire]
}

type PlaceAndText = readonly [place: string, text: string]

const numbered = (place: string, texts: readonly string[]): PlaceAndText[] =>
  texts.map((text, at) => [`${place} ${at + 1}`, text])

const inFolder = (folder: string, places: readonly PlaceAndText[]): PlacedText[] =>
  places.flatMap(([place, text]) => (text === '' ? [] : { folder, place, text }))
