/** Keeps metrics in memory, to be read by tests and by an endpoint in Prometheus' text format. */
import type { Counter, Gauge, Histogram, Labels, Metrics } from './metrics.ts'

/** What a histogram has seen: how many, their sum, and how many up to each bound. */
export interface Distribution {
  count: number
  sum: number
  upTo: number[]
}

export interface MemoryMetrics extends Metrics {
  /** A counter's or gauge's number; 0 when nothing was counted. */
  read(name: string, labels?: Labels): number
  distribution(name: string, labels?: Labels): Distribution | undefined
  /** All of it in Prometheus' text format. */
  text(): string
}

export interface MemoryMetricsOptions {
  /** Different labels kept of one name; what comes later is counted under `other="true"`. */
  maxSeries?: number
}

/** @throws TypeError for a name or bounds that Prometheus would refuse, or a name of another kind. */
export function memoryMetrics(options: MemoryMetricsOptions = {}): MemoryMetrics {
  return new Kept(options.maxSeries ?? 1000)
}

interface Family {
  kind: 'counter' | 'gauge' | 'histogram'
  what: string
  bounds: readonly number[]
  series: Map<string, number | Distribution>
}

class Kept implements MemoryMetrics {
  readonly #families = new Map<string, Family>()
  readonly #maxSeries: number

  constructor(maxSeries: number) {
    this.#maxSeries = maxSeries
  }

  counter(name: string, what: string): Counter {
    const family = this.#family(name, 'counter', what)
    return {
      add: (by = 1, labels) => {
        if (by < 0) throw new TypeError(`Expected ${name} to grow, found ${by}. Use a gauge.`)
        this.#number(family, labels, (before) => before + by)
      },
    }
  }

  gauge(name: string, what: string): Gauge {
    const family = this.#family(name, 'gauge', what)
    return {
      set: (value, labels) => this.#number(family, labels, () => value),
      add: (by, labels) => this.#number(family, labels, (before) => before + by),
    }
  }

  histogram(name: string, what: string, bounds: readonly number[]): Histogram {
    if (bounds.some((bound, index) => index > 0 && bound <= bounds[index - 1]!)) {
      throw new TypeError(`Expected the bounds of ${name} to grow, found ${bounds.join(', ')}.`)
    }
    const family = this.#family(name, 'histogram', what, bounds)
    return {
      observe: (value, labels) => {
        const seen = this.#distribution(family, labels)
        seen.count++
        seen.sum += value
        for (const [index, bound] of family.bounds.entries()) {
          if (value <= bound) seen.upTo[index]!++
        }
      },
    }
  }

  read(name: string, labels?: Labels): number {
    const found = this.#families.get(name)?.series.get(keyOf(labels))
    return typeof found === 'number' ? found : 0
  }

  distribution(name: string, labels?: Labels): Distribution | undefined {
    const found = this.#families.get(name)?.series.get(keyOf(labels))
    return typeof found === 'object' ? { ...found, upTo: [...found.upTo] } : undefined
  }

  text(): string {
    let text = ''
    for (const [name, family] of this.#families) {
      const what = family.what.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
      text += `# HELP ${name} ${what}\n# TYPE ${name} ${family.kind}\n`
      for (const [labels, value] of family.series) text += seriesText(name, family, labels, value)
    }
    return text
  }

  #family(name: string, kind: Family['kind'], what: string, bounds: readonly number[] = []) {
    const known = this.#families.get(name)
    if (known?.kind === kind) return known
    if (known !== undefined || !/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name)) {
      throw new TypeError(
        `Expected a new name of letters, digits and _ for a ${kind}, found ${name}${known ? `, which is a ${known.kind}` : ''}.`,
      )
    }
    const family: Family = { kind, what, bounds, series: new Map() }
    this.#families.set(name, family)
    return family
  }

  #number(family: Family, labels: Labels | undefined, next: (before: number) => number): void {
    const key = this.#keyIn(family, labels)
    family.series.set(key, next((family.series.get(key) as number | undefined) ?? 0))
  }

  #distribution(family: Family, labels: Labels | undefined): Distribution {
    const key = this.#keyIn(family, labels)
    const seen = family.series.get(key)
    if (typeof seen === 'object') return seen
    const fresh: Distribution = { count: 0, sum: 0, upTo: family.bounds.map(() => 0) }
    family.series.set(key, fresh)
    return fresh
  }

  // Labels that a visitor can choose must not fill the memory.
  #keyIn({ series }: Family, labels: Labels | undefined): string {
    const key = keyOf(labels)
    return series.has(key) || series.size < this.#maxSeries ? key : OTHER
  }
}

const OTHER = 'other="true"'

function keyOf(labels: Labels = {}): string {
  const names = Object.keys(labels).sort()
  return names.map((name) => `${name}="${escapeLabel(labels[name]!)}"`).join(',')
}

const escapeLabel = (value: string) =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

function seriesText(
  name: string,
  { bounds }: Family,
  labels: string,
  value: number | Distribution,
): string {
  const braces = (inside: string) => (inside === '' ? '' : `{${inside}}`)
  if (typeof value === 'number') return `${name}${braces(labels)} ${numberText(value)}\n`
  const before = labels === '' ? '' : `${labels},`
  const buckets = bounds.map(
    (bound, index) =>
      `${name}_bucket{${before}le="${numberText(bound)}"} ${numberText(value.upTo[index]!)}\n`,
  )
  return [
    ...buckets,
    `${name}_bucket{${before}le="+Inf"} ${value.count}\n`,
    `${name}_sum${braces(labels)} ${numberText(value.sum)}\n`,
    `${name}_count${braces(labels)} ${value.count}\n`,
  ].join('')
}

// Prometheus spells the infinite its own way.
const numberText = (value: number) =>
  value === Infinity ? '+Inf' : value === -Infinity ? '-Inf' : String(value)
