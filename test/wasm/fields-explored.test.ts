/** Explores the client's own queue, events and fields over every order of up to 8 steps, against a small server that keeps the rules. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Answer } from '../../engine/protocol/ops.ts'
import { createEvents } from '../../wasm/client/events.ts'
import { keepFields } from '../../wasm/client/fields.ts'
import { keepPace } from '../../wasm/client/pace.ts'
import { createQueue, type Heard } from '../../wasm/client/queue.ts'

const STEPS = ['type', 'fire', 'hear', 'answer', 'push', 'refuse', 'cut', 'double'] as const
type Step = (typeof STEPS)[number]

// As much of a page as one text field needs.
class FakeElement extends EventTarget {
  localName = 'input'
  type = 'text'
  value = ''
  defaultValue = ''
  isConnected = true
  parentElement = null
  dataset = {}
  telarGiven: Record<string, unknown> = { value: '' }
  telarEdited = 0
  attributes = new Map([
    ['lv-input', '1'],
    ['lv-debounce', '100'],
  ])
  hasAttribute = (name: string) => this.attributes.has(name)
  getAttribute = (name: string) => this.attributes.get(name) ?? null
  matches = () => true
  closest = (selector: string) => (selector.includes('lv-input') ? this : null)
  contains = (other: unknown) => other === this || this.localName === 'html'
  querySelectorAll = () => []
  cloneNode() {
    return Object.assign(new FakeElement(), { value: this.value })
  }
}

class FakeDocument extends EventTarget {
  documentElement = Object.assign(new FakeElement(), { localName: 'html' })
  activeElement = null
  querySelectorAll = () => []
}

interface Frame {
  value?: string
  acknowledges?: number
  answers: Answer[]
}

/** One page and its server, stepped by hand. */
class World {
  field = new FakeElement()
  document = new FakeDocument()
  timers: (() => void)[] = []
  typed = 0
  /** On their way up, and down. */
  up: { seq: number; text: string }[] = []
  down: Frame[] = []
  server = { seq: 0, state: '', sent: '', answers: [] as Answer[] }
  /** What the server has worked on. */
  worked: { text: string; isRefused: boolean }[] = []

  queue = createQueue(
    (heard, seq) => {
      this.up.push({ seq, text: heard.data.value! })
      return 1
    },
    (heard: Heard, answer?: Answer) => {
      this.fields.settled(heard, answer?.outcome)
    },
    () => {},
  )
  events
  fields

  constructor() {
    vi.stubGlobal('document', this.document)
    vi.stubGlobal('addEventListener', () => {})
    vi.stubGlobal('history', { state: null })
    vi.stubGlobal('setTimeout', (act: () => void) => this.timers.push(act))
    // Node calls listeners in the order in which they came; in a browser these are called on the way down.
    this.fields = keepFields((field) => this.events.waits(field), false)
    this.events = createEvents(
      this.document.documentElement as never,
      this.queue,
      () => {},
      () => ({ fields: this.fields, load() {} }),
    )
    keepPace(this.events.gate)
    this.events.begin()()
    this.events.listen('input')
    this.queue.join(0, { events: 64, bytes: 1000 })
  }

  get isWaiting(): boolean {
    const { queue, events, field } = this
    return !!queue.waits(field as unknown as Element) || events.gate.held.length > 0
  }

  can(step: Step): boolean {
    switch (step) {
      case 'fire':
        return this.events.gate.held.length > 0
      case 'hear':
      case 'refuse':
        return this.up.length > 0
      case 'answer':
        return this.down.length > 0
      case 'double':
        return this.up.length > 0
      default:
        return true
    }
  }

  do(step: Step) {
    const { field, server } = this
    switch (step) {
      case 'type': {
        // A blank at the end, which the server trims.
        field.value = `${field.value.slice(-2)}${++this.typed}${this.typed % 2 ? ' ' : ''}`
        const event = new Event('input', { bubbles: true })
        Object.defineProperty(event, 'target', { value: field })
        this.document.dispatchEvent(event)
        return
      }
      case 'fire':
        return this.timers.at(-1)!()
      case 'hear':
      case 'refuse':
        return this.work(this.up.shift()!, step === 'refuse')
      case 'push':
        server.state = `pushed${server.seq}`
        return this.flush()
      case 'answer':
        return this.apply(this.down.shift()!)
      case 'double':
        // A known number is ignored, at either end.
        if (this.up[0]) this.up.push(this.up[0])
        return
      case 'cut': {
        this.up = []
        this.down = []
        this.queue.join(server.seq, { events: 64, bytes: 1000 })
        for (const answer of server.answers.splice(0)) this.queue.note(answer)
        this.queue.close()
        this.fields.flush()
        // A repaint says what is so.
        server.sent = server.state
        this.fields.set(field as unknown as Element, 'value', server.state, true)
        this.fields.flush()
        this.queue.sendWaiting()
        return
      }
      default:
        step satisfies never
    }
  }

  private work({ seq, text }: { seq: number; text: string }, isRefused: boolean) {
    const { server } = this
    if (seq <= server.seq) return
    expect(seq).toBe(server.seq + 1)
    server.seq = seq
    this.worked.push({ text, isRefused })
    if (isRefused) server.answers.push({ seq, outcome: 'failed' })
    else {
      server.sent = text
      server.state = text.trimEnd()
    }
    this.flush(seq)
  }

  private flush(acknowledges?: number) {
    const { server } = this
    const frame: Frame = { acknowledges, answers: acknowledges ? [...server.answers] : [] } as Frame
    if (server.state !== server.sent) frame.value = server.sent = server.state
    if (frame.value !== undefined || acknowledges) this.down.push(frame)
  }

  private apply(frame: Frame) {
    const before = this.field.value
    const waited = this.isWaiting
    if (frame.acknowledges) this.queue.acknowledge(frame.acknowledges & 255)
    for (const answer of frame.answers) this.queue.note(answer)
    if (frame.value !== undefined)
      this.fields.set(this.field as unknown as Element, 'value', frame.value)
    this.queue.close()
    this.server.answers = this.server.answers.filter(({ seq }) => seq > (frame.acknowledges ?? 0))
    this.fields.flush()
    // Nothing is written over text that is not answered.
    if (waited && this.isWaiting) expect(this.field.value).toBe(before)
  }

  /** Lets all that is under way come to its end. */
  settle() {
    for (let i = 0; i < 40; i++) {
      const step = (['fire', 'hear', 'answer'] as const).find((one) => this.can(one))
      if (!step) return
      this.do(step)
    }
    throw new Error('it never becomes quiet')
  }

  /** What is the same from here on. */
  sign() {
    const { field, up, down, server, worked, events } = this
    return JSON.stringify([
      field.value,
      field.telarGiven,
      Boolean(field.telarEdited),
      up,
      down,
      server,
      worked.at(-1),
      events.gate.held.map(({ data }) => data.value),
      this.typed,
      this.queue.seq,
      this.queue.answered,
    ])
  }
}

beforeAll(() => void vi.stubGlobal('Element', FakeElement))
afterAll(() => void vi.unstubAllGlobals())

function play(steps: readonly Step[]): World {
  const world = new World()
  for (const step of steps) world.do(step)
  return world
}

function check(steps: readonly Step[]) {
  const world = play(steps)
  const newest = world.field.value
  const { isWaiting } = world
  world.settle()
  const { field, server, worked } = world
  const last = worked.at(-1)
  // The newest text has come to the server.
  if (isWaiting) expect(last!.text).toBe(newest)
  // What was refused stays in the field; all else is the server's.
  expect(field.value).toBe(last?.isRefused ? last.text : server.state)
}

test('E22 in every order of up to 8 steps no older text is written over a newer one, nothing typed is lost, and in the end both agree', {
  timeout: 240_000,
}, () => {
  const seen = new Set<string>()
  let paths: Step[][] = [[]]
  for (let depth = 0; depth < 8; depth++) {
    const next: Step[][] = []
    for (const path of paths) {
      for (const step of STEPS) {
        if (!play(path).can(step)) continue
        const longer = [...path, step]
        const sign = play(longer).sign()
        if (seen.has(sign)) continue
        seen.add(sign)
        try {
          check(longer)
        } catch (error) {
          throw new Error(`${longer.join(' → ')}: ${(error as Error).message}`)
        }
        next.push(longer)
      }
    }
    paths = next
  }
  expect(seen.size).toBeGreaterThan(1000)
})
