/** Attributes whose yes and no are words: without one of these words they mean something else, or nothing. */

/** The words for true and false; undefined for boolean attributes and for all others. */
export function yesAndNo(attribute: string): readonly [yes: string, no: string] | undefined {
  const name = attribute.toLowerCase()
  return name.startsWith('aria-') ? TRUE_FALSE : WORDS.get(name)
}

const TRUE_FALSE = ['true', 'false'] as const
const ON_OFF = ['on', 'off'] as const

const all = (names: string, words: readonly [string, string]) =>
  names.split(' ').map((name) => [name, words] as const)

const WORDS: ReadonlyMap<string, readonly [yes: string, no: string]> = new Map([
  // HTML
  ...all('contenteditable draggable spellcheck writingsuggestions', TRUE_FALSE),
  // Ours: the client finds them also where they are not so yet.
  ...all('lv-link lv-unsaved', TRUE_FALSE),
  ...all('autocomplete autocorrect autocapitalize', ON_OFF),
  ['translate', ['yes', 'no']] as const,
  // SVG
  ...all('externalresourcesrequired focusable preservealpha', TRUE_FALSE),
  // MathML
  ...all(
    'accent accentunder displaystyle fence largeop movablelimits separator stretchy symmetric',
    TRUE_FALSE,
  ),
])
