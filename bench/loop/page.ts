/** Runs in each contender's page: clicks, waits for the answer in the DOM, and checks it against plain code. */

interface Shown {
  id: string
  label: string
  selected: boolean
}

/** Microseconds from the click until the DOM shows the answer, and until it is laid out. */
export interface Taken {
  dom: number
  layout: number
}

interface Operation {
  /** What is clicked. */
  target(): HTMLElement
  /** Cheap enough to ask at each mutation: whether the answer is there. */
  done(tbody: HTMLElement, before: readonly Shown[]): boolean
  /** Plain code's result; `fresh` says how many new rows are behind it. */
  expected(before: readonly Shown[]): { rows: Shown[]; fresh: number }
}

const button = (id: string) => () => document.getElementById(id)!
const link = (row: number, cell: number) => () =>
  document.getElementById('tbody')!.children[row]!.children[cell]!.querySelector('a')!
const has = (count: number) => (tbody: HTMLElement) => tbody.childElementCount === count
const idAt = (tbody: HTMLElement, row: number) =>
  tbody.children[row]?.firstElementChild?.textContent

const OPERATIONS: Record<string, Operation> = {
  create: { target: button('run'), done: has(1_000), expected: () => ({ rows: [], fresh: 1_000 }) },
  replace: {
    target: button('run'),
    done: (tbody, before) => has(1_000)(tbody) && idAt(tbody, 0) !== before[0]!.id,
    expected: () => ({ rows: [], fresh: 1_000 }),
  },
  update: {
    target: button('update'),
    done: (tbody, before) => tbody.firstElementChild!.children[1]!.textContent !== before[0]!.label,
    expected: (before) => ({
      rows: before.map((row, at) => (at % 10 ? row : { ...row, label: `${row.label} !!!` })),
      fresh: 0,
    }),
  },
  select: {
    target: link(4, 1),
    done: (tbody) => tbody.children[4]!.classList.contains('danger'),
    expected: (before) => ({
      rows: before.map((row, at) => ({ ...row, selected: at === 4 })),
      fresh: 0,
    }),
  },
  swap: {
    target: button('swaprows'),
    done: (tbody, before) => idAt(tbody, 1) === before[998]!.id,
    expected(before) {
      const rows = [...before]
      ;[rows[1], rows[998]] = [rows[998]!, rows[1]!]
      return { rows, fresh: 0 }
    },
  },
  remove: {
    target: link(9, 2),
    done: (tbody, before) => has(before.length - 1)(tbody),
    expected: (before) => ({ rows: before.filter((_, at) => at !== 9), fresh: 0 }),
  },
  'create-10k': {
    target: button('runlots'),
    done: has(10_000),
    expected: () => ({ rows: [], fresh: 10_000 }),
  },
  append: {
    target: button('add'),
    done: (tbody, before) => has(before.length + 1_000)(tbody),
    expected: (before) => ({ rows: [...before], fresh: 1_000 }),
  },
  clear: { target: button('clear'), done: has(0), expected: () => ({ rows: [], fresh: 0 }) },
}

/** Rejects where the DOM is not what plain code makes of the rows before. */
async function operate(name: string): Promise<Taken> {
  const operation = OPERATIONS[name]!
  const before = shown()
  // Whatever is left of the last operation is not this one's.
  void document.documentElement.scrollHeight
  const target = operation.target()
  const taken = await new Promise<Taken>((resolve) => {
    const start = performance.now()
    const observer = new MutationObserver(() => {
      if (!operation.done(document.getElementById('tbody')!, before)) return
      const dom = performance.now() - start
      void document.documentElement.scrollHeight
      resolve({ dom: dom * 1_000, layout: (performance.now() - start) * 1_000 })
      observer.disconnect()
    })
    const everything = { childList: true, attributes: true, characterData: true, subtree: true }
    observer.observe(document.getElementById('main')!, everything)
    target.click()
  })
  check(name, operation.expected(before), shown())
  return taken
}

function check(name: string, { rows, fresh }: { rows: Shown[]; fresh: number }, found: Shown[]) {
  const words = (some: readonly Shown[]) => JSON.stringify(some)
  const kept = found.slice(0, rows.length)
  const added = found.slice(rows.length)
  const areFresh = added.every(
    ({ id, label }, at) => Number(id) === Number(added[0]!.id) + at && LABEL.test(label),
  )
  if (words(kept) === words(rows) && added.length === fresh && areFresh) return
  throw new Error(
    `Expected ${rows.length} known rows and ${fresh} new ones after ${name} (${words(rows.slice(0, 3))} …), received ${found.length} (${words(found.slice(0, 3))} …).`,
  )
}

const LABEL = /^\S+ \S+ \S+$/

const shown = (): Shown[] =>
  [...document.getElementById('tbody')!.children].map((row) => ({
    id: row.children[0]!.textContent!,
    label: row.children[1]!.textContent!,
    selected: row.classList.contains('danger'),
  }))

Object.assign(window, { operate })
