/** Numbers that the engine counts for its operator, by name and labels. */

/** Label names and their values; few values each, never a session or a user. */
export type Labels = Readonly<Record<string, string>>

/** Only grows. */
export interface Counter {
  add(by?: number, labels?: Labels): void
}

/** Goes up and down. */
export interface Gauge {
  set(value: number, labels?: Labels): void
  add(by: number, labels?: Labels): void
}

/** Many values by size, in the unit that its name ends with. */
export interface Histogram {
  observe(value: number, labels?: Labels): void
}

/** Makes instruments. The same name gives the same numbers; prom-client fits behind it. */
export interface Metrics {
  counter(name: string, what: string): Counter
  gauge(name: string, what: string): Gauge
  /** `bounds`: the upper end of each bucket, growing. */
  histogram(name: string, what: string, bounds: readonly number[]): Histogram
}

/** Counts nothing, and costs a call that does nothing. */
export const noMetrics: Metrics = {
  counter: () => NOTHING,
  gauge: () => NOTHING,
  histogram: () => NOTHING,
}

const NOTHING: Counter & Gauge & Histogram = { add() {}, set() {}, observe() {} }
