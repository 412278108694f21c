/** One case: the same steps in tabs of every kind, and what must hold whenever they have come to rest. */
import type { ClientRunner } from './client.ts'
import { compare } from './compare.ts'
import { named } from './edits.ts'
import { name } from './parts.ts'
import type { Pool } from './pool.ts'
import { breaks, type Case, type Step } from './steps.ts'
import { Tab, type TabKind } from './tab.ts'
import type { Tally } from './tally.ts'
import { Visitor } from './visitor.ts'
import type { TabWindow } from './windows.ts'

/** What is there for all cases of a run. */
export interface Bench {
  pool: Pool
  tally: Tally
  windows: Record<TabKind | 'fresh', TabWindow>
  runners: Record<TabKind, ClientRunner>
}

/** Throws a sentence for whatever does not hold. */
export async function holds(given: Case, bench: Bench): Promise<void> {
  // As text, so that nothing which was generated once is shared between two places.
  const { first, steps, moves }: Case = JSON.parse(JSON.stringify(given))
  name(first, 'f')
  const broken = breaks(given)
  const kinds: TabKind[] = broken ? ['wasm', 'script'] : ['wasm', 'script', 'json']
  const tabs = kinds.map((kind) => {
    bench.windows[kind].allowMoves(moves)
    return new Tab(kind, bench.windows[kind], bench.runners[kind], first, bench.pool, bench.tally)
  })
  const visitors = tabs.map((tab) => new Visitor(tab, broken))
  for (const tab of tabs) await tab.open()
  for (const [i, step] of steps.entries()) {
    bench.tally.step(step.step)
    if (step.step === 'edit') named(step.edit, `s${i}`)
    const component = step.step === 'edit' ? nthLive(tabs[0]!, step.component) : 'root'
    if (step.step === 'focus') focus(step, visitors)
    else for (const [j, tab] of tabs.entries()) await take(step, tab, visitors[j]!, component)
    if (step.step === 'settle') await check(tabs, visitors, bench)
  }
  for (const tab of tabs) await tab.settle()
  await check(tabs, visitors, bench)
  bench.tally.next()
}

const nthLive = ({ live }: Tab, at: number) => [...live].sort()[at % live.size] ?? 'root'

// A browser has one focus for all of its frames.
function focus({ at, from, to }: Extract<Step, { step: 'focus' }>, visitors: readonly Visitor[]) {
  for (const visitor of visitors) visitor.blur()
  visitors[from % 2]!.focus(at, from, to)
}

function take(
  step: Exclude<Step, { step: 'focus' }>,
  tab: Tab,
  visitor: Visitor,
  component: string,
): void | Promise<void> {
  switch (step.step) {
    case 'edit':
      return tab.server.publish(`edit-${component}`, step.edit)
    case 'click':
      return visitor.click(step.at)
    case 'type':
      return visitor.type(step.at, step.text)
    case 'scroll':
      return visitor.scroll(step.at, step.top)
    case 'deliver':
      return tab.deliver(step.way, step.count)
    case 'settle':
      return tab.settle()
    case 'acknowledge':
      return tab.acknowledge()
    case 'say':
      return tab.say(step.say, step.n)
    case 'stall':
      return tab.server.stall()
    case 'drain':
      return tab.server.drain()
    case 'drop':
      return tab.drop()
    case 'kill':
      return tab.kill()
    case 'swap':
      return tab.swap()
    default:
      step satisfies never
  }
}

async function check(tabs: readonly Tab[], visitors: readonly Visitor[], bench: Bench) {
  const { window } = bench.windows.fresh
  const [first] = tabs
  window.document.body.innerHTML = await first!.server.freshPaint()
  for (const [i, tab] of tabs.entries()) {
    try {
      if (tab.server.state !== first!.server.state) {
        throw new Error(`Its state is ${tab.server.state}, another’s ${first!.server.state}.`)
      }
      checkQuiet(tab)
      checkEvents(tab)
      const { typed } = visitors[i]!
      const side = tab.root.querySelector('#side')
      const freshSide = window.document.querySelector('#side')
      // What a driver wrote stands beside the template: a first paint does not show it.
      if (side && freshSide) freshSide.textContent = side.textContent
      compare(tab.root, window.document.body, { typed, properties: tab.kind !== 'json' })
      visitors[i]!.check()
    } catch (error) {
      throw new Error(`In the ${tab.kind} tab: ${(error as Error).message}`, { cause: error })
    }
  }
  const sides = new Set(tabs.map(({ root }) => root.querySelector('#side')?.textContent))
  if (sides.size > 1) throw new Error(`A driver wrote ${[...sides].join(' and ')}.`)
}

function checkQuiet({ troubles, server }: Tab) {
  const said = [...troubles, ...server.faults]
  if (said.length > 0) throw new Error(said.join(' | '))
}

/** Each event has reached the handler that the tab was shown, once and in order, or was told stale. */
function checkEvents({ caused, hits, stale, dead }: Tab) {
  const order = hits.map(({ seq }) => seq)
  if (order.some((seq, i) => i > 0 && seq <= order[i - 1]!)) {
    throw new Error(`The events ${order.join(', ')} ran in this order.`)
  }
  const ran = new Map(hits.map(({ seq, mark }) => [seq, mark]))
  for (const [i, { marks, late }] of caused.entries()) {
    const seq = i + 1
    const mark = ran.get(seq)
    if (mark === undefined && !stale.has(seq)) throw new Error(`Event ${seq} is lost.`)
    if (mark !== undefined && stale.has(seq))
      throw new Error(`Event ${seq} ran and was told stale.`) // prettier-ignore
    if (mark !== undefined && !marks.includes(mark)) {
      throw new Error(`Event ${seq} ran ${mark}, the tab was shown ${marks.join(', ')}.`)
    }
    const isGone = marks.some((one) => one === '' || dead.has(one.split(' ')[0]!))
    if (mark === undefined && !late && !isGone) {
      throw new Error(`Event ${seq} was told stale, the tab was shown ${marks.join(', ')}.`)
    }
  }
}
