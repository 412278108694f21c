/** What happens to a page, in random order: edits, a visitor, a network that holds back, loses and breaks. */
import fc from 'fast-check'
import { type Edit, edit } from './edits.ts'
import { TOO_LARGE } from './limits.ts'
import { form, type Part, page } from './parts.ts'
import type { Say } from './view.ts'

export type Step =
  | { step: 'edit'; component: number; edit: Edit }
  | { step: 'click'; at: number }
  /** `isAgain`: into the field that was typed into last. */
  | { step: 'type'; at: number; isAgain: boolean; text: string }
  | { step: 'focus'; at: number; from: number; to: number }
  | { step: 'scroll'; at: number; top: number }
  | { step: 'deliver'; way: 'up' | 'down'; count: number }
  | { step: 'settle' }
  | { step: 'acknowledge' }
  /** Nothing happens for so long that the server packs what the tab shows. */
  | { step: 'rest' }
  | { step: 'say'; say: Say; n: number }
  | { step: 'stall' | 'drain' }
  /** Of the store: a write takes `late` milliseconds, the next `fails` ones fail. */
  | { step: 'disk'; late: number; fails: number }
  /** The connection is lost; or the process dies; or it hands over to another one. */
  | { step: 'drop' | 'kill' | 'swap' }

export interface Case {
  first: Part
  steps: Step[]
  /** Whether the browser moves nodes without taking them out. */
  moves: boolean
}

const place = fc.nat(40)

/** `typing` is the weight of what is done in fields; each other step has its own. */
const steps = (typing: number): fc.Arbitrary<Step> =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({ step: fc.constant('edit' as const), component: fc.nat(5), edit }),
    },
    { weight: 5, arbitrary: fc.constant({ step: 'settle' as const }) },
    { weight: 5, arbitrary: fc.record({ step: fc.constant('click' as const), at: place }) },
    {
      weight: typing,
      arbitrary: fc.record({
        step: fc.constant('type' as const),
        at: place,
        isAgain: fc.boolean(),
        text: fc.constantFrom('', 'typed', '1', 'é', ' a ', '12.50', '99', TOO_LARGE),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        step: fc.constant('focus' as const),
        at: place,
        from: fc.nat(4),
        to: fc.nat(4),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        step: fc.constant('scroll' as const),
        at: place,
        top: fc.integer({ min: 1, max: 200 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        step: fc.constant('deliver' as const),
        way: fc.constantFrom('up' as const, 'down' as const),
        count: fc.integer({ min: 1, max: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ step: 'acknowledge' as const }) },
    { weight: 1, arbitrary: fc.constant({ step: 'rest' as const }) },
    {
      weight: 1,
      arbitrary: fc.record({
        step: fc.constant('say' as const),
        say: fc.constantFrom<Say>('push', 'drive', 'read'),
        n: fc.nat(9),
      }),
    },
    // The tab is drained whenever it comes to rest, too.
    {
      weight: 3,
      arbitrary: fc.constantFrom<Step>({ step: 'stall' }, { step: 'stall' }, { step: 'drain' }),
    },
    // A full disk fails at once, a busy one takes its time.
    {
      weight: 3,
      arbitrary: fc.record({
        step: fc.constant('disk' as const),
        late: fc.oneof(fc.constant(0), fc.nat(20)),
        fails: fc.nat(2),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Step>({ step: 'drop' }, { step: 'kill' }, { step: 'swap' }),
    },
  )

const caseOf = (first: fc.Arbitrary<Part>, typing: number): fc.Arbitrary<Case> =>
  fc.record({
    first,
    steps: fc.array(steps(typing), { minLength: 1, maxLength: 10 }),
    moves: fc.boolean(),
  })

export const anyCase = fc.oneof(
  { weight: 3, arbitrary: caseOf(page, 2) },
  { weight: 1, arbitrary: caseOf(form, 20) },
)

/** A client of 50 lines does not come back, so it takes part where nothing breaks (nor is held back). */
export const breaks = ({ steps }: Case) => steps.some(({ step }) => /^(drop|kill|swap)$/.test(step))
