/** The ops of the wire: what the guide's table says, and the cases that every client is held to. */

/** `cases` and `refused` are the rows of test/conformance/table.ts. */
export function wireOf(guide, { TABLE: cases, REFUSED: refused }, start) {
  const [, table = ''] = /^\| code \| op .*\n\|[-| ]+\n((?:\|.*\n)+)/m.exec(guide) ?? []
  const ops = [...table.matchAll(/^\| (\d+) +\| (\w+) +\| (.*?) +\| (.*?) *\|$/gm)].map(
    ([, number, name, fields, does]) => ({
      name,
      number: Number(number),
      fields,
      does: `${does[0].toUpperCase()}${does.slice(1)}.`,
      cases: casesOf(name, cases).map(shown),
    }),
  )
  const told = new Set(ops.flatMap(({ cases }) => cases.map(({ title }) => title)))
  return {
    start: inLines(start),
    ops,
    whole: cases.filter(({ title }) => !told.has(title)).map(shown),
    refused: refused.map(({ title, hex, code }) => ({ title, hex, code })),
  }
}

/** Those that are about one op: by their title, or because it is their only one; otherwise all that have it. */
function casesOf(name, cases) {
  const about = cases.filter(
    ({ title, ops }) =>
      title.replace(/^an? /, '').split(/\W+/)[0] === name ||
      (ops[0] && ops.every(({ op }) => op === name)),
  )
  return about.length > 0 ? about : cases.filter(({ ops }) => ops.some(({ op }) => op === name))
}

// One element a line, and bytes in lines that fit a page.
const inLines = (markup) =>
  markup.replace(/>(?=<(?:section|p|input|ul|div|b|i|!--7|\/section)\b)/g, '>\n')
const bytesInLines = (hex) =>
  hex
    .split(' ')
    .flatMap((part) => part.match(/.{1,72}/g) ?? [])
    .reduce((lines, part) => {
      const last = lines.at(-1)
      if (last !== undefined && last.length + part.length < 72) lines.push(`${lines.pop()} ${part}`)
      else lines.push(part)
      return lines
    }, [])
    .join('\n')

const shown = ({ title, hex, json, calls, dom, after }) => ({
  title,
  hex: bytesInLines(hex),
  // The table leaves the markup of rows to the clients' own tests.
  json: [json]
    .flat()
    .map((one) => JSON.stringify(one).replace('"MARKUP"', '"<li>…</li>"'))
    .join('\n'),
  calls,
  dom,
  after: inLines(after),
})
