/** One case: the same steps in tabs of every kind, and beside them one that nothing disturbs. */
import { check, checkMoves } from './checks.ts'
import type { ClientRunner } from './client.ts'
import { checkAlike, followed, reaches, type Used } from './control.ts'
import { named } from './edits.ts'
import { type Orders, ordersIn } from './moves.ts'
import { name } from './parts.ts'
import { isPaced, type Pool } from './pool.ts'
import { breaks, type Case, type Step } from './steps.ts'
import { Tab, type TabKind } from './tab.ts'
import type { Tally } from './tally.ts'
import { Visitor } from './visitor.ts'
import type { TabWindow } from './windows.ts'

/** What is there for all cases of a run. */
export interface Bench {
  pool: Pool
  tally: Tally
  windows: Record<TabKind | 'control' | 'fresh', TabWindow>
  runners: Record<TabKind | 'control', ClientRunner>
}

/** Throws a sentence for whatever does not hold. */
export async function holds(given: Case, bench: Bench): Promise<void> {
  // As text, so that nothing which was generated once is shared between two places.
  const { first, steps, moves }: Case = JSON.parse(JSON.stringify(given))
  name(first, 'f')
  const broken = breaks(given)
  const use = (place: keyof Bench['runners']): Used => {
    const window = bench.windows[place]
    window.allowMoves(moves)
    const kind = place === 'control' ? 'wasm' : place
    const tab = new Tab(kind, window, bench.runners[place], first, bench.pool, bench.tally)
    tab.server.rests = place !== 'control'
    tab.whole = !broken
    return { tab, visitor: new Visitor(tab, broken) }
  }
  const used = [use('wasm'), use('script')]
  const paced = isPaced(first.shape)
  if (!broken && !paced) used.push(use('json'))
  const control = broken ? use('control') : undefined
  const all = control ? [...used, control] : used
  const [{ tab: leading }] = used as [Used]
  for (const { tab } of all) await tab.open()
  const rest = new Interval(leading)
  for (const [i, step] of steps.entries()) {
    bench.tally.step(step.step)
    if (step.step === 'edit') named(step.edit, `s${i}`)
    const component = step.step === 'edit' ? nthLive(leading, step.component) : 'root'
    rest.note(step)
    if (step.step === 'focus' && !paced) focus(step, used)
    else {
      // Asked before the step is taken: the disturbed tab is then what the control is to follow.
      const joins = control && reaches(step.step, leading)
      for (const one of used) await take(step, i, one, component)
      if (control && joins) await take(step, i, control, component)
    }
    if (step.step === 'settle') {
      await check(used, bench.windows.fresh.window.document.body)
      rest.check()
    }
  }
  for (const { tab } of all) await tab.settle()
  await check(used, bench.windows.fresh.window.document.body)
  rest.check()
  if (control && followed(used[0]!, control)) {
    await check([control], bench.windows.fresh.window.document.body)
    checkAlike(leading, control.tab)
    bench.tally.step('control')
  }
  bench.tally.next()
}

/** From one rest to the next: what was moved, if one edit alone was the reason. */
class Interval {
  private edits = 0
  private disturbed = false
  private moves: number
  private orders: Orders
  private readonly tab: Tab

  constructor(tab: Tab) {
    this.tab = tab
    this.moves = tab.moves
    this.orders = ordersIn(tab.root)
  }

  note({ step }: Step): void {
    if (step === 'edit') this.edits++
    if (/^(drop|kill|swap)$/.test(step)) this.disturbed = true
  }

  check(): void {
    const orders = ordersIn(this.tab.root)
    if (this.edits === 1 && !this.disturbed) {
      checkMoves(this.tab.moves - this.moves, this.orders, orders)
    }
    this.orders = orders
    this.moves = this.tab.moves
    this.edits = 0
    this.disturbed = false
  }
}

const nthLive = ({ live }: Tab, at: number) => [...live].sort()[at % live.size] ?? 'root'

// A browser has one focus for all of its frames: where leaving a field sends what it held back, all tabs are told of it instead.
function focus({ at, from, to }: Extract<Step, { step: 'focus' }>, used: readonly Used[]) {
  for (const { visitor } of used) visitor.blur()
  used[from % 2]!.visitor.focus(at, from, to)
}

function take(
  step: Step,
  number: number,
  { tab, visitor }: Used,
  component: string,
): void | Promise<void> {
  switch (step.step) {
    case 'edit':
      return tab.edit(component, step.edit, number)
    case 'click':
      return visitor.click(step.at)
    case 'type':
      return visitor.type(step)
    case 'focus':
      return visitor.leave()
    case 'scroll':
      return visitor.scroll(step.at, step.top)
    case 'deliver':
      return tab.deliver(step.way, step.count)
    case 'settle':
      return tab.settle()
    case 'acknowledge':
      return tab.acknowledge()
    case 'rest':
      return tab.rest()
    case 'say':
      return tab.say(step.say, step.n)
    case 'stall':
      return tab.server.stall()
    case 'disk':
      return tab.server.disk.set(step.late, step.fails)
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
