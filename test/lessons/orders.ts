/** Writes a component again with the top-level parts of each of its templates in other orders. */

/** The source itself first, then others: all of them, or as many as are asked for, the most different among them. */
export function ordersOf(source: string, most = Number.POSITIVE_INFINITY): string[] {
  const others = literalsIn(source).flatMap(({ start, end }) => {
    const parts = partsOf(source.slice(start, end))
    return turned(parts).map(
      (order) => `${source.slice(0, start)}${order.join('\n')}${source.slice(end)}`,
    )
  })
  return [source, ...spread(others, most - 1)]
}

// All orders of many parts are too many: those of five would be 120.
function turned<Part>(parts: readonly Part[]): Part[][] {
  if (parts.length < 5) return permutations(parts).slice(1)
  const rotations = parts.slice(1).map((_, i) => [...parts.slice(i + 1), ...parts.slice(0, i + 1)])
  return [...rotations, parts.toReversed()]
}

/** So many of them at equal distances, up to the last. */
function spread<One>(all: readonly One[], most: number): readonly One[] {
  if (all.length <= most) return all
  return Array.from({ length: most }, (_, i) => all[Math.ceil(((i + 1) * all.length) / most) - 1]!)
}

// Templates in a value of another one are found too, and stay whole while the outer one is turned.
function literalsIn(source: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (const { index } of source.matchAll(/\bhtml`/g)) {
    const start = index + 5
    found.push({ start, end: endOfText(source, start, '`') })
  }
  return found
}

/** Elements, values and sentences that stand beside each other. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  let sentence: { parts: string[]; hasWords: boolean } = { parts: [], hasWords: false }
  // A sentence with values in it is one part; values without a word between them are several.
  const endSentence = () => {
    parts.push(...(sentence.hasWords ? [sentence.parts.join(' ')] : sentence.parts))
    sentence = { parts: [], hasWords: false }
  }
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; ) {
    const [end, change] = tokenAt(text, at)
    depth += change
    at = end
    if (depth > 0) continue
    const part = text.slice(from, at).trim()
    from = at
    if (part === '') continue
    if (part.startsWith('<')) {
      endSentence()
      parts.push(part)
    } else {
      sentence.parts.push(part)
      if (!part.startsWith('${')) sentence.hasWords = true
    }
  }
  endSentence()
  return parts
}

// Where the piece of markup ends that begins at `at`, and how much deeper it leads.
function tokenAt(text: string, at: number): [end: number, change: number] {
  if (text.startsWith('${', at)) return [endOfText(text, at + 2, '}') + 1, 0]
  if (text[at] === '<') {
    const end = endOfText(text, at + 1, '>') + 1
    const tag = text.slice(at, end)
    return [
      end,
      tag.startsWith('</')
        ? -1
        : /\/>$|^<(?:input|br|hr|img|link|meta|source|wbr|!--)/.test(tag)
          ? 0
          : 1,
    ]
  }
  const next = /<|\$\{/.exec(text.slice(at + 1))
  return [next ? at + 1 + next.index : text.length, 0]
}

/** Where `closer` stands that ends what begins at `at`, past values, texts and templates in it. */
function endOfText(text: string, at: number, closer: string): number {
  for (let i = at; i < text.length; ) {
    if (text[i] === closer) return i
    if (text.startsWith('${', i)) i = endOfText(text, i + 2, '}') + 1
    else if (text[i] === '`' && closer === '}') i = endOfText(text, i + 1, '`') + 1
    else if (text[i] === '{' && closer === '}') i = endOfText(text, i + 1, '}') + 1
    else i++
  }
  throw new Error(`Expected ${closer} behind ${JSON.stringify(text.slice(at, at + 30))}.`)
}

function permutations<Part>(parts: readonly Part[]): Part[][] {
  if (parts.length < 2) return [[...parts]]
  return parts.flatMap((first, i) =>
    permutations(parts.filter((_, other) => other !== i)).map((rest) => [first, ...rest]),
  )
}
