/** The predictions of a page: which press waits for one, and whose it is. */
import {
  sameAction,
  type Told,
  type VisitorAction,
  workbench,
} from '../../../playground/preview/index.ts'

/** What one prediction is about, as it is now. */
export interface Prediction {
  readonly action: VisitorAction
  /** `asking` holds the action, `waiting` measures it, `settled` lets it pass. */
  readonly state: 'asking' | 'waiting' | 'settled'
  onHeld(box: Extract<Told, { type: 'held' }>['box']): void
  onDone(at: number): void
}

const all = new Map<HTMLElement, Prediction>()
let applied: unknown
let deaf: (() => void) | undefined

export const predictions = {
  /** The element says where in the text it stands: the first one that is open comes first. */
  set(element: HTMLElement, prediction: Prediction) {
    all.set(element, prediction)
    apply()
  },
  remove(element: HTMLElement) {
    all.delete(element)
    apply()
  },
}

/** The first prediction of a action that is not settled, in the order of the text. */
function firstOf(action: VisitorAction): Prediction | undefined {
  return inOrder().find((one) => one.state !== 'settled' && sameAction(one.action, action))
}

const inOrder = () =>
  [...all]
    .sort(([one], [other]) =>
      one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    )
    .map(([, prediction]) => prediction)

function apply() {
  const bench = workbench.get()
  if (!bench) return
  const actions = inOrder()
    .map(({ action }) => action)
    .filter((action, at, actions) => actions.findIndex((one) => sameAction(one, action)) === at)
  const watched = actions.flatMap((action) => {
    const first = firstOf(action)
    return first ? [{ action, held: first.state === 'asking' }] : []
  })
  const next = JSON.stringify(watched)
  if (applied === next) return
  applied = next
  bench.set({ watched })
}

// A workspace comes later than the text, and another one may take its place.
let known: unknown
workbench.subscribe(() => {
  const bench = workbench.get()
  if (bench === known) return
  known = bench
  deaf?.()
  applied = undefined
  deaf = bench?.hear((told) => {
    if (told.type === 'held') firstOf(told.action)?.onHeld(told.box)
    if (told.type === 'done') firstOf(told.action)?.onDone(told.at)
  })
  apply()
})
