/** Plays acts in the previews, one after the other, as a visitor would. */
import type { Act } from 'telar/testing'
import type { Workbench } from './workbench.ts'

interface PlayOptions {
  readonly bench: Pick<Workbench, 'ask' | 'openSecond' | 'show' | 'frame'>
  /** Shows a sentence beside the preview until the next. */
  say(sentence: string): void
  readonly signal: AbortSignal
}

// An eye needs a moment to see what an act did.
const BREATH = 700
const READ_MS_A_LETTER = 45

/** Resolves at the end, or as soon as it is aborted; rejects with a `PreviewError` if an act can't be played. */
export async function playActs(acts: readonly Act[], options: PlayOptions): Promise<void> {
  const { bench, say, signal } = options
  let visitor = 1
  bench.show()
  bench.frame()?.scrollIntoView({ block: 'nearest' })
  for (const act of acts) {
    if (signal.aborted) return
    if ('press' in act) await bench.ask({ do: 'press', name: act.press }, visitor)
    else if ('type' in act) await bench.ask({ do: 'type', text: act.type, into: act.into }, visitor)
    else if ('look' in act) await bench.ask({ do: 'look', at: act.look }, visitor)
    else if ('cut' in act) await bench.ask({ do: 'cut', ms: act.cut }, visitor)
    else if ('visitor' in act) {
      visitor = act.visitor
      if (visitor > 1) await bench.openSecond()
    } else if ('say' in act) say(act.say)
    await pause(pauseAfter(act), signal)
  }
}

function pauseAfter(act: Act): number {
  if ('wait' in act) return act.wait
  if ('say' in act) return 800 + act.say.length * READ_MS_A_LETTER
  return 'look' in act ? 2 * BREATH : BREATH
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
