/** Counts in how many cases each op and each feature of templates occurred. */

/** Every op that is sent today; a run is a way to write setTexts down, which any frame of any ops is tried with in test/conformance. */
const OPS = [
  'setText',
  'setAttr',
  'delAttr',
  'setProp',
  'class',
  'setHTML',
  'template',
  'insert',
  'move',
  'remove',
  'order',
  'event',
  'component',
  'mount',
  'unmount',
  'name',
  'drive',
  'read',
  'signal',
] as const

export const FEATURES = [
  'text',
  'attribute',
  'boolean attribute',
  'property',
  'event',
  'class map',
  'style map',
  'conditional',
  'keyed list',
  'memo',
  'unkeyed list',
  'nested template',
  'component',
  'shared component',
  'slot',
  'raw',
  'fragment',
  'svg',
  'table',
  'select',
  'textarea',
  'pre',
  'raw text',
  'title',
  'template',
  'custom element',
  'ignored',
  'number field',
  'range field',
  'details',
  'dialog',
  'changing options',
  'debounce',
  'nesting',
  'refused nesting',
] as const

export const STEPS = [
  'edit',
  'click',
  'type',
  'focus',
  'scroll',
  'deliver',
  'settle',
  'acknowledge',
  'rest',
  'say',
  'stall',
  'drain',
  'disk',
  'drop',
  'kill',
  'swap',
  /** Not a step: the case ended beside a tab without a take-over. */
  'control',
] as const

export interface Counts {
  cases: number
  ops: Record<string, number>
  features: Record<string, number>
  steps: Record<string, number>
}

export class Tally {
  readonly counts: Counts = { cases: 0, ops: {}, features: {}, steps: {} }
  private ops = new Set<string>()
  private features = new Set<string>()
  private steps = new Set<string>()

  op(name: string): void {
    this.ops.add(name)
  }

  feature(name: string): void {
    this.features.add(name)
  }

  /** As many are tried as there are cases. */
  nesting(name: 'nesting' | 'refused nesting'): void {
    count(new Set([name]), this.counts.features)
  }

  step(name: string): void {
    this.steps.add(name)
  }

  /** A case is over. */
  next(): void {
    this.counts.cases++
    count(this.ops, this.counts.ops)
    count(this.features, this.counts.features)
    count(this.steps, this.counts.steps)
  }
}

function count(names: Set<string>, into: Record<string, number>) {
  for (const name of names) into[name] = (into[name] ?? 0) + 1
  names.clear()
}

export function sum(all: readonly Counts[]): Counts {
  const total: Counts = { cases: 0, ops: {}, features: {}, steps: {} }
  for (const one of all) {
    total.cases += one.cases
    for (const group of ['ops', 'features', 'steps'] as const) {
      for (const [name, n] of Object.entries(one[group])) {
        total[group][name] = (total[group][name] ?? 0) + n
      }
    }
  }
  return total
}

/** What occurred in less than 1 % of the cases, by more than chance: three standard deviations below. */
export function rare({ cases, ops, features, steps }: Counts): string[] {
  const expected = cases / 100
  const least = expected - 3 * Math.sqrt(expected)
  const below = (names: readonly string[], counts: Record<string, number>) =>
    names.filter((name) => (counts[name] ?? 0) < least)
  return [...below(OPS, ops), ...below(FEATURES, features), ...below(STEPS, steps)]
}
