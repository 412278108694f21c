/** Finds the link in what mailers and chat programs made of it: encoded, wrapped, quoted, with more behind it. */

/** Hashes that the address may have meant, the likeliest first; a link's own sum tells which of them is whole. */
export function meantHashes(hash: string): string[] {
  const text = decoded(hash)
  const found = /^#+[\s<>("'[\]*_]*(\d+)\.(.*)$/s.exec(text)
  if (!found) return []
  const [, version, rest] = found as unknown as [string, string, string]
  // A mailer breaks long lines, with or without a sign at their ends.
  const unbroken = rest.replace(/=?[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g, '')
  const meant = [rest, unbroken].flatMap((one) => {
    const letters = /^[A-Za-z0-9_-]*/.exec(one)![0]
    // Chat programs make text slanted by signs that are letters of ours too.
    return [letters, letters.replace(/[_-]+$/, '')]
  })
  return [...new Set(meant)].map((letters) => `#${version}.${letters}`)
}

// As often as programs on the way may have encoded it.
function decoded(text: string): string {
  let now = text
  for (let round = 0; round < 3; round += 1) {
    now = now.replace(/%([0-7][\da-f])/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
  }
  return now.replace(/%e2%80%8[b-d]/gi, '')
}
