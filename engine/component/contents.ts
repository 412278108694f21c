/** What a stream holds of its rows: those not yet sent to a tab, and those that were requested again. */

/** Older rows than this many are dropped before they are sent, and requested again when needed. */
const MAX_UNSENT = 10_000

/** How rows are requested and received. */
interface Supply<Row> {
  refill(names: ReadonlySet<string>): readonly Row[] | Promise<readonly Row[]>
  nameOf(row: Row): string
  /** New rows have arrived; these were not among them. */
  taken(gone: ReadonlySet<string>): void
}

export class Contents<Row> {
  readonly #rows = new Map<string, Row>()
  /** Rows that a running refill will return. */
  readonly #asked = new Set<string>()
  readonly #supply: Supply<Row>

  constructor(supply: Supply<Row>) {
    this.#supply = supply
  }

  get size(): number {
    return this.#rows.size
  }

  get(name: string): Row | undefined {
    return this.#rows.get(name)
  }

  put(name: string, row: Row): void {
    this.#rows.set(name, row)
    this.#asked.delete(name)
    const [oldest] = this.#rows.keys()
    if (this.#rows.size > MAX_UNSENT) this.#rows.delete(oldest!)
  }

  keepOnly(names: ReadonlySet<string>): void {
    for (const name of this.#rows.keys()) if (!names.has(name)) this.#rows.delete(name)
  }

  clear(): void {
    this.#rows.clear()
  }

  /** Which of these are neither here nor requested. */
  missing(names: readonly string[]): string[] {
    return names.filter((name) => !this.#rows.has(name) && !this.#asked.has(name))
  }

  /** Requests rows that are not here. Rows that come at once are here at once; `inTurn` receives those that come later. */
  fetch(
    all: readonly string[],
    inTurn: (take: () => unknown) => unknown = (take) => take(),
  ): void | Promise<void> {
    const names = new Set(all.filter((name) => !this.#rows.has(name)))
    if (names.size === 0) return
    for (const name of names) this.#asked.add(name)
    try {
      const rows = this.#supply.refill(names)
      if (!(rows instanceof Promise)) return this.#take(names, rows)
      return rows.then(
        (rows) => void inTurn(() => this.#take(names, rows)),
        (error) => void inTurn(() => this.#fail(names, error)),
      )
    } catch (error) {
      this.#fail(names, error)
    }
  }

  #take(names: ReadonlySet<string>, rows: readonly Row[]) {
    for (const row of rows) {
      const name = this.#supply.nameOf(row)
      // A row that was put in meanwhile is newer than the requested one.
      if (this.#asked.delete(name)) this.#rows.set(name, row)
    }
    const gone = new Set([...names].filter((name) => this.#asked.delete(name)))
    this.#supply.taken(gone)
  }

  #fail(names: ReadonlySet<string>, error: unknown): never {
    for (const name of names) this.#asked.delete(name)
    throw error
  }
}
