/** Recovers a link that mail and chat programs have changed: encoded, wrapped, quoted, with text after it. */

/** Hashes that the address may have meant, the likeliest first; the link's checksum shows which one is intact. */
export function meantHashes(hash: string): string[] {
  const text = decoded(hash)
  const found = /^#+[\s<>("'[\]*_]*(\d+)\.(.*)$/s.exec(text)
  if (!found) return []
  const [, version, rest] = found as unknown as [string, string, string]
  // A mail program breaks long lines, with or without a character at their ends.
  const unbroken = rest.replace(/=?[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g, '')
  const meant = [rest, unbroken].flatMap((one) => {
    const letters = /^[A-Za-z0-9_-]*/.exec(one)![0]
    // Chat programs use characters for italics that can occur in our links.
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
