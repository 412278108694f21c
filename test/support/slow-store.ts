/** The memory store as it would be behind a network: it answers after 0 to 20 ms, and 1 % of its calls fail. */
import { expect } from 'vitest'
import * as memory from '../../engine/state/memory-store.ts'
import type { SessionRecord, Soon, StateStore } from '../../engine/state/store.ts'
import { Dice } from '../../fuzz/dom/dice.ts'

const SLOWEST_MS = 20
const FAILS = Number(process.env.STORE_FAILS ?? 1) / 100

const STORE_AWAY = 'store-away'

/** Stands in for the memory store in every module that imports it, with `STORE=slow`. */
export function memoryStore(...options: Parameters<typeof memory.memoryStore>): StateStore {
  return new SlowStore(memory.memoryStore(...options))
}

/** What a store holds of a session: a test that looks asks again while the store is away. */
export async function recordIn(store: StateStore, id: string): Promise<SessionRecord | undefined> {
  for (;;) {
    try {
      return await store.load(id)
    } catch (error) {
      if (!isAway(error)) throw error
    }
  }
}

export const isAway = (error: unknown) => (error as { code?: unknown }).code === STORE_AWAY

class SlowStore implements StateStore {
  readonly promises: string
  readonly outlives = false
  private readonly store: StateStore
  private readonly stored = new Set<string>()

  constructor(store: StateStore) {
    this.store = store
    this.promises = store.promises
  }

  load = (id: string) => this.ask(id, () => this.store.load(id))
  open = (id: string, owner: string) => this.ask(id, () => this.store.open(id, owner))
  write = async (...[id, ...rest]: Parameters<StateStore['write']>) => {
    await this.ask(id, () => this.store.write(id, ...rest))
    this.stored.add(id)
  }
  remove = (id: string, epoch?: number) => this.ask(id, () => this.store.remove(id, epoch))
  sweep = (idleMs: number) => this.ask('', () => this.store.sweep(idleMs))
  setNotBefore = (key: string, at: number) => this.ask('', () => this.store.setNotBefore!(key, at))
  notBefore = (key: string) => this.ask('', () => this.store.notBefore!(key))
  close = () => this.store.close()

  private async ask<Answer>(id: string, act: () => Soon<Answer>): Promise<Answer> {
    const dice = diceOfTest()
    const ms = dice.below(SLOWEST_MS + 1)
    // A page that can't be stored at all is an error page, which no test expects: test/server/failing-store.test.ts has those.
    const fails = dice.often(FAILS) && this.stored.has(id)
    const isDone = dice.often(0.5)
    await new Promise((resolve) => setTimeout(resolve, ms))
    if (!fails) return act()
    // On a network it is the answer that is lost as often as the question.
    if (isDone) await act()
    throw Object.assign(new Error('Expected an answer of the store, received none.'), {
      code: STORE_AWAY,
      owner: 'host',
    })
  }
}

const allDice = new Map<string, Dice>()

// Each test has its own sequence, so that it fails alone as it fails among others.
function diceOfTest(): Dice {
  const { testPath = '', currentTestName = '' } = expect.getState()
  const file = testPath.slice(testPath.lastIndexOf('/test/'))
  const name = `${process.env.STORE_SEED} ${file} ${currentTestName}`
  const known = allDice.get(name) ?? new Dice(hash(name))
  allDice.set(name, known)
  return known
}

// FNV-1a.
function hash(text: string): number {
  let sum = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) sum = Math.imul(sum ^ byte, 0x01000193)
  return sum
}
