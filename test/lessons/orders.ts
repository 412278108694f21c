/** Writes a component again with the top-level parts of each of its templates in every other order. */

/** The source itself first. */
export function ordersOf(source: string): string[] {
  const others = literalsIn(source).flatMap(({ start, end }) => {
    const parts = partsOf(source.slice(start, end))
    return permutations(parts)
      .slice(1)
      .map((order) => `${source.slice(0, start)}${order.join('\n')}${source.slice(end)}`)
  })
  return [source, ...others]
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

/** Elements, values and texts that stand beside each other. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; ) {
    const [end, change] = tokenAt(text, at)
    depth += change
    at = end
    if (depth > 0) continue
    if (text.slice(from, at).trim() !== '') parts.push(text.slice(from, at).trim())
    from = at
  }
  return parts
}

// Where the piece of markup ends that begins at `at`, and how much deeper it leads.
function tokenAt(text: string, at: number): [end: number, change: number] {
  if (text.startsWith('${', at)) return [endOfText(text, at + 2, '}') + 1, 0]
  if (text[at] === '<') {
    const end = endOfText(text, at + 1, '>') + 1
    const tag = text.slice(at, end)
    return [end, tag.startsWith('</') ? -1 : /\/>$|^<(?:input|br|hr|img)\b/.test(tag) ? 0 : 1]
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
