/** What must hold whenever the tabs have come to rest. */
import { compare } from './compare.ts'
import type { Used } from './control.ts'
import { fewestMoves, type Orders } from './moves.ts'
import type { Tab } from './tab.ts'

/** Throws a sentence for the first thing that does not hold; `fresh` is the body of a page to paint anew. */
export async function check(used: readonly Used[], fresh: HTMLElement): Promise<void> {
  const first = used[0]!.tab
  fresh.innerHTML = await first.server.freshPaint()
  for (const { tab, visitor } of used) {
    try {
      if (tab.server.state !== first.server.state) {
        throw new Error(`Its state is ${tab.server.state}, another’s ${first.server.state}.`)
      }
      checkQuiet(tab)
      checkEvents(tab)
      const side = tab.root.querySelector('#side')
      const freshSide = fresh.querySelector('#side')
      // What a driver wrote stands beside the template: a first paint does not show it.
      if (side && freshSide) freshSide.textContent = side.textContent
      compare(tab.root, fresh, { typed: visitor.typed, properties: tab.kind !== 'json' })
      visitor.check()
    } catch (error) {
      throw new Error(`In the ${tab.kind} tab: ${(error as Error).message}`, { cause: error })
    }
  }
  const sides = new Set(used.map(({ tab }) => tab.root.querySelector('#side')?.textContent))
  if (sides.size > 1) throw new Error(`A driver wrote ${[...sides].join(' and ')}.`)
}

/** After one edit: rows that could stay have not been moved. */
export function checkMoves(moves: number, before: Orders, after: Orders): void {
  const fewest = fewestMoves(before, after)
  if (moves > fewest) throw new Error(`One edit took ${moves} moves where ${fewest} do.`)
}

function checkQuiet({ troubles, server }: Tab) {
  const said = [...troubles, ...server.faults]
  if (said.length > 0) throw new Error(said.join(' | '))
}

/** Each event has reached the handler that the tab was shown, once and in order, or was told stale. */
function checkEvents({ ledger, hits, answers, dead }: Tab) {
  const order = hits.map(({ seq }) => seq)
  if (order.some((seq, i) => i > 0 && seq <= order[i - 1]!)) {
    throw new Error(`The events ${order.join(', ')} ran in this order.`)
  }
  const ran = new Map(hits.map((hit) => [hit.seq, hit]))
  for (const { seq, acted, marks, late, isLarge } of ledger.caused) {
    const { mark, byData } = ran.get(seq) ?? {}
    const outcome = answers.get(seq)?.outcome
    if (outcome === undefined && mark === undefined) throw new Error(`Event ${seq} is lost.`)
    if (isLarge && mark !== undefined) throw new Error(`Event ${seq} ran, which is too large.`)
    if (isLarge && outcome === 'refused') continue
    if (outcome !== undefined && outcome !== 'stale') {
      throw new Error(`Event ${seq} was told ${outcome}: ${answers.get(seq)!.message}.`)
    }
    if (outcome && mark !== undefined) throw new Error(`Event ${seq} ran and was told ${outcome}.`)
    const shown = byData ? [acted] : marks
    if (mark !== undefined && !shown.includes(mark)) {
      throw new Error(`Event ${seq} ran ${mark}, the tab was shown ${shown.join(', ')}.`)
    }
    const isGone = marks.some((one) => one === '' || dead.has(one.split(' ')[0]!))
    if (outcome && !late && !isGone) {
      throw new Error(`Event ${seq} was told stale, the tab was shown ${marks.join(', ')}.`)
    }
  }
}
