/** Runs all contenders in lockstep through all steps, each in a frame of its own, and checks every DOM. */
import { type Choice, firstView, type Step, stepsOf } from '../fixture/steps.ts'
import { chance, shuffled, type View } from '../fixture/views.ts'
import { shapeOf } from './shape.ts'
import type { Variant } from './variant.ts'
import { isQuick, VARIANTS } from './variants.ts'

/** Times of one case and variant in µs: script, that of the rounds in which it came first, and script with layout. */
export interface Times {
  case: string
  variant: string
  script: number[]
  /** Right behind the layouts of all pages, with nothing of it left in the processor's caches. */
  cold: number[]
  layout: number[]
}

interface Contender {
  variant: Variant
  document: Document
  view: View
}

/** Throws where a contender's DOM is not what vanilla's is. */
export async function runBench(choice: Choice, tell: (sentence: string) => void): Promise<Times[]> {
  const contenders = await Promise.all(VARIANTS.map(enter))
  const times = new Map<string, Times>()
  const random = chance(3)
  let told = ''
  const spent = new Map<string, number>()
  for (const [index, step] of stepsOf(choice).entries()) {
    if (step.case !== told) {
      tell(
        (told = step.case) + JSON.stringify([...spent].map(([a, b]) => [a, Math.round(b / 1000)])),
      )
      spent.clear()
    }
    const running = contenders.filter(({ variant }) => !step.quick || isQuick(variant.name))
    const applies: (() => void)[] = []
    for (const { variant, view } of running) {
      const { view: after, takeOver } = step
      applies.push(await variant.frame({ index, before: view, after, takeOver }))
    }
    // In an order by chance: who comes first meets cold caches, and who comes next finds warm what the last one used.
    const order = shuffled([...running.keys()], random)
    const scripts = new Map(order.map((at) => [at, timed(applies[at]!)]))
    // All layouts behind all scripts: one of 10,000 rows leaves nothing in the caches, whoever's script comes next.
    for (const at of order) {
      const contender = running[at]!
      contender.view = step.view
      const script = scripts.get(at)!
      // Asking for a size has the layout done now.
      const layout = timed(() => contender.document.documentElement.scrollHeight)
      const { name } = contender.variant
      spent.set(name, (spent.get(name) ?? 0) + script + layout)
      if (step.role !== 'measured') continue
      const row = rowOf(times, step, name)
      row.script.push(script)
      row.layout.push(script + layout)
      if (at === order[0]) row.cold.push(script)
    }
    check(running, step)
    await idle()
  }
  return [...times.values()]
}

async function enter(name: string): Promise<Contender> {
  const frame = document.createElement('iframe')
  frame.src = `/variant/${name}`
  await new Promise((resolve) => {
    frame.onload = resolve
    document.body.append(frame)
  })
  const window = frame.contentWindow as unknown as { variant(): Promise<Variant> }
  const variant = await window.variant()
  await variant.setup(firstView())
  return { variant, document: frame.contentDocument!, view: firstView() }
}

/** Microseconds. */
function timed(act: () => unknown): number {
  const start = performance.now()
  act()
  return (performance.now() - start) * 1_000
}

function rowOf(times: Map<string, Times>, { case: name }: Step, variant: string): Times {
  const key = `${name} ${variant}`
  let row = times.get(key)
  if (!row) times.set(key, (row = { case: name, variant, script: [], cold: [], layout: [] }))
  return row
}

function check(running: readonly Contender[], step: Step) {
  const shape = ({ document }: Contender) => shapeOf(document.getElementById('bench')!)
  const wanted = shape(running[0]!)
  for (const contender of running) {
    const found = shape(contender)
    if (found === wanted) continue
    let at = 0
    while (found[at] === wanted[at]) at++
    const near = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60))
    throw new Error(
      `Expected ${contender.variant.name} to show what vanilla shows after a step of ${step.case} (${near(wanted)}), received ${near(found)}.`,
    )
  }
}

// A task of its own, so that timers run and what is due is painted off the clock.
const idle = () => new Promise((resolve) => setTimeout(resolve))
