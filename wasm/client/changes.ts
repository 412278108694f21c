/** Notes what others (translators, extensions) have put in place of the page's nodes, so that it goes when the server says something new there. */
declare global {
  interface Node {
    /** What others have put in its place or cut off from it, until its next text is written. */
    telarStandIns?: ChildNode[]
  }
}

/** By what stands in for it. */
const originals = new WeakMap<Node, Node>()
const originalOf = (node: Node) => originals.get(node) ?? node

/** Nothing of what has happened is undone, but for `normalize()`, which nobody sees. */
export function noteChanges(records: readonly MutationRecord[]) {
  const own = records.filter(({ target }) => !isOthers(target))
  const added = new Set<Node>()
  /** What was taken out, and nothing put there yet. */
  const open = new Set<MutationRecord>()
  for (const record of own) {
    const { addedNodes, removedNodes, previousSibling, nextSibling } = record
    let [gone] = removedNodes
    const before = previousSibling && originalOf(previousSibling)
    for (const node of addedNodes) {
      added.add(node)
      for (const gap of open) {
        if (gap.previousSibling !== previousSibling || gap.nextSibling !== nextSibling) continue
        open.delete(gap)
        gone = gap.removedNodes[0]
      }
      if (gone) standIn(node, originalOf(gone))
      // What was cut off from the end of a text, and what is put around it.
      else if (before instanceof Text)
        if (node instanceof Text || (nextSibling && originals.get(nextSibling) === before))
          standIn(node, before)
    }
    if (!gone || addedNodes[0]) continue
    const beside = [previousSibling, nextSibling].find(
      (node) => node && added.has(node) && !originals.has(node),
    )
    if (beside) standIn(beside, originalOf(gone))
    else open.add(record)
  }
  putBack([...open].reverse())
}

function standIn(node: Node, original: Node) {
  const others = (original.telarStandIns ?? []).filter((one) => one.isConnected && one !== node)
  // The text itself has come back.
  original.telarStandIns = node === original ? undefined : [...others, node as ChildNode]
  if (node !== original) originals.set(node, original)
}

// `normalize()` drops empty texts and merges others into the one before: from the last one on, each has its neighbours of then.
function putBack(gaps: readonly MutationRecord[]) {
  for (const { target, removedNodes, previousSibling, nextSibling } of gaps) {
    const [gone] = removedNodes
    const before = previousSibling as Text
    if (!(gone instanceof Text) || gone.isConnected || nextSibling?.parentNode === null) continue
    // Who insists is let be in the end: the audit finds what that costs.
    const times = putBackTimes.get(gone) ?? 0
    if (times === MAX_TIMES) continue
    if (gone.data) {
      if (!before?.data?.endsWith(gone.data)) continue
      before.data = before.data.slice(0, -gone.data.length)
    }
    putBackTimes.set(gone, times + 1)
    target.insertBefore(gone, nextSibling)
  }
}

const putBackTimes = new WeakMap<Node, number>()
const MAX_TIMES = 100

/** Where others write on purpose. */
export const FOREIGN = '[lv-ignore], [lv-hook], [contenteditable]'
const isOthers = (node: Node) =>
  (node instanceof Element ? node : node.parentElement)?.closest(FOREIGN)
