import { html, LiveComponent } from 'telar'
import { byRole, check, failure, step, type Tab, type VisitOptions } from 'telar/testing'

class Guests extends LiveComponent {
  inside = 0
  #outside = 0

  come() {
    this.inside += 1
    this.#outside += 1
  }

  getTemplate() {
    return html`<button lv-click=${this.come}>Come</button> ${this.inside} and ${this.#outside}`
  }
}

let mails = 0

class Mailer extends LiveComponent {
  sent = 0

  async send() {
    mails += 1
    await new Promise((resolve) => setTimeout(resolve, 300))
    this.sent += 1
  }

  getTemplate() {
    return html`<button lv-click=${this.send}>Send</button> ${this.sent} sent`
  }
}

export default check([
  step(
    'a-private-field',
    'A component counts guests in #outside, a private field. Three come, then the process dies and another one takes over. What does #outside hold?',
    async ({ visit }) => {
      const tab = await visit(Guests)
      for (let guest = 0; guest < 3; guest += 1) await tab.click(byRole('button'))
      await tab.reconnect({ restarted: true })
      return Number(/and (\d+)/.exec(tab.text())![1])
    },
  ),
  step(
    'mails-sent',
    'A handler sends a mail and then waits. The process dies while it waits, and another one takes over. How many mails were sent for this one press?',
    async ({ visit }) => {
      mails = 0
      const { store, dieDuring } = disk()
      const tab = await visit(Mailer, { store })
      await dieDuring(tab, tab.click(byRole('button')))
      return mails
    },
  ),
])

type Store = NonNullable<VisitOptions['store']>
type Kept = NonNullable<Awaited<ReturnType<Store['open']>>['record']>

/** A store that can be taken away: what a process has not written by then, it never will. */
function disk() {
  const kept = new Map<string, Kept>()
  const epochs = new Map<string, number>()
  let isAway = false
  const reach = () => {
    if (isAway) throw failure`The disk is away.`
  }
  const store: Store = {
    promises: 'What was written survives.',
    load(id) {
      reach()
      return kept.get(id)
    },
    open(id) {
      reach()
      const epoch = (epochs.get(id) ?? 0) + 1
      epochs.set(id, epoch)
      const record = kept.get(id)
      return record ? { epoch, record } : { epoch }
    },
    write(id, epoch, change) {
      reach()
      const { components, overlays, ...rest } = change
      const empty = { page: '/', version: 1, seq: 0, meta: '', publishes: [] }
      const old = kept.get(id)
      kept.set(id, {
        ...empty,
        ...old,
        ...rest,
        epoch,
        components: merged(old?.components, components),
        overlays: merged(old?.overlays, overlays),
      })
    },
    remove: (id) => void kept.delete(id),
    sweep: () => 0,
    close() {},
  }
  return {
    store,
    /** The process ends while a handler runs: it writes nothing any more, and another one goes on. */
    async dieDuring(tab: Tab, press: Promise<void>) {
      await pause(100)
      isAway = true
      setTimeout(() => {
        isAway = false
      }, 600)
      await tab.reconnect({ restarted: true })
      await press
    },
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function merged(
  old: ReadonlyMap<string, string> = new Map(),
  change: ReadonlyMap<string, string | null> = new Map(),
) {
  const all = new Map(old)
  for (const [name, value] of change) {
    if (value === null) all.delete(name)
    else all.set(name, value)
  }
  return all
}
