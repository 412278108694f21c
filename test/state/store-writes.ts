/** What the writing process puts down for each event, so that a reader can tell a mixture. */

/** Component 0 at each event, and one of the others with a text that may fill several pages. */
export const stateAt = (seq: number): Map<string, string> =>
  new Map([
    ['0', `${seq}`],
    [`${1 + (seq % 5)}`, `${seq}:${'x'.repeat((seq * 7919) % 20_000)}`],
  ])

/** All components after event `seq`, as the changes up to it add up. */
export function stateAfter(seq: number): Map<string, string> {
  const all = new Map<string, string>()
  for (let event = Math.max(1, seq - 5); event <= seq; event++) {
    for (const [path, text] of stateAt(event)) all.set(path, text)
  }
  return all
}
