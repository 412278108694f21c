/** Records what others (translators, extensions) have put in place of the page's nodes, to remove it when the server writes there. */
declare global {
  interface Node {
    /** What others have put in its place or split off from it, until its next text is written. */
    telarStandIns?: ChildNode[]
  }
}

/** By the node that replaces it. */
const originals = new WeakMap<Node, Node>()
const originalOf = (node: Node) => originals.get(node) ?? node

/** Content of elements that busy.ts has put aside, and these elements. */
export const aside = new WeakSet<Node>()

/** Undoes nothing, except `normalize()`, which is invisible. */
export function noteChanges(records: readonly MutationRecord[]) {
  const own = records.filter(({ target }) => !isOthers(target) && !aside.has(target))
  const added = new Set<Node>()
  /** Nodes that were removed, with no replacement yet. */
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
      // What was split off from the end of a text, and what is put around it.
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
  // The text node itself has come back.
  original.telarStandIns = node === original ? undefined : [...others, node as ChildNode]
  if (node !== original) originals.set(node, original)
}

// `normalize()` removes empty texts and joins others to the one before: going backwards, each has its former neighbours.
function putBack(gaps: readonly MutationRecord[]) {
  for (const { target, removedNodes, previousSibling, nextSibling } of gaps) {
    const [gone] = removedNodes
    const before = previousSibling as Text
    if (!(gone instanceof Text) || gone.isConnected || nextSibling?.parentNode === null) continue
    // After some attempts it is left alone; the audit finds the damage.
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
const isOthers = (node: Node) => elementOf(node)?.closest(FOREIGN)

export const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement)
