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
        throw new Error(
          `Expected the state of the first tab, ${first.server.state}, received ${tab.server.state}.`,
        )
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
  if (sides.size > 1)
    throw new Error(
      `Expected a driver to write the same in all tabs, received ${[...sides].join(' and ')}.`,
    )
}

/** After one edit: rows that could stay have not been moved. */
export function checkMoves(moves: number, before: Orders, after: Orders): void {
  const fewest = fewestMoves(before, after)
  if (moves > fewest)
    throw new Error(`Expected at most ${fewest} moves for one edit, received ${moves}.`)
}

function checkQuiet({ troubles, server }: Tab) {
  const said = [...troubles, ...server.faults]
  if (said.length > 0) throw new Error(said.join(' | '))
}

/** Each event has reached the handler that the tab was shown, once and in order, or was told stale. */
function checkEvents({ ledger, hits, answers, dead }: Tab) {
  const order = hits.map(({ seq }) => seq)
  if (order.some((seq, i) => i > 0 && seq <= order[i - 1]!)) {
    throw new Error(
      `Expected the events in the order of their numbers, received ${order.join(', ')}.`,
    )
  }
  const ran = new Map(hits.map((hit) => [hit.seq, hit]))
  for (const { seq, acted, marks, late, isLarge } of ledger.caused) {
    const { mark, byData } = ran.get(seq) ?? {}
    const outcome = answers.get(seq)?.outcome
    if (outcome === undefined && mark === undefined)
      throw new Error(`Expected event ${seq} to run or to be answered, received neither.`)
    if (isLarge && mark !== undefined)
      throw new Error(
        `Expected event ${seq} to be refused, since it is too large, received a run of it.`,
      )
    if (isLarge && outcome === 'refused') continue
    if (outcome !== undefined && outcome !== 'stale') {
      throw new Error(
        `Expected event ${seq} to run or to be stale, received ${outcome}: ${answers.get(seq)!.message}.`,
      )
    }
    if (outcome && mark !== undefined)
      throw new Error(`Expected event ${seq} to run or to be ${outcome}, received both.`)
    const shown = byData ? [acted] : marks
    if (mark !== undefined && !shown.includes(mark)) {
      throw new Error(
        `Expected event ${seq} to run what the tab was shown, ${shown.join(', ')}, received ${mark}.`,
      )
    }
    const isGone = marks.some((one) => one === '' || dead.has(one.split(' ')[0]!))
    if (outcome && !late && !isGone) {
      throw new Error(
        `Expected event ${seq} to run, since the tab was shown ${marks.join(', ')}, received stale.`,
      )
    }
  }
}
