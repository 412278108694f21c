/** Features that only some pages use, loaded with the first attribute or frame that needs one. */
import { showBusy } from './busy.ts'
import { followCommands, listen } from './commands.ts'
import type { Events, Gate } from './events.ts'
import type { SessionHandle } from './handle.ts'
import { startHooks } from './hooks.ts'
import { keepPace } from './pace.ts'
import type { Heard } from './queue.ts'
import { followSight, watchViewport } from './viewport.ts'

export { noteChanges } from './changes.ts'
export { createDebug } from './debug.ts'
export { createDriver } from './drive.ts'

/** `name` is the part after `lv-` in the markup. */
export function found(name: string, events: Events, { tools }: SessionHandle) {
  if (name === 'hook') startHooks()
  else {
    followAll(events.gate)
    if (/^(enter|leave)$/.test(name)) watchViewport()
    else if (name.startsWith('do-')) listen(name.slice(3), events, tools)
    else if (name === 'busy') showWaiting(events)
    else keepPace(events.gate)
  }
}

const followed = new WeakSet<Gate>()

/** From now on, what happens in the page with an event that leaves is undone or ends with its answer. */
function followAll(gate: Gate) {
  if (followed.has(gate)) return
  followed.add(gate)
  const { emit } = gate
  gate.emit = (heard) => {
    follow(heard)
    emit(heard)
  }
}

function follow(heard: Heard) {
  const settle = followCommands(heard)
  const free = showBusy(heard)
  const look = followSight(heard)
  heard.done = (answer) => {
    free?.()
    // A handler that was there by condition only has had no say in it.
    settle?.(!answer || answer.outcome === 'stale')
    if (!answer) look?.()
  }
}

// They were pressed before this file came.
function showWaiting({ waits }: Events) {
  for (const element of document.querySelectorAll<HTMLButtonElement>('[lv-busy]')) {
    const heard = waits(element) ?? waits(element.form!)
    if (heard?.marked && !heard.done) follow(heard)
  }
}
