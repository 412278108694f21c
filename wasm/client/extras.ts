/** Features that only some pages use, loaded with the first attribute or frame that needs one. */
import { listen } from './commands.ts'
import type { Events } from './events.ts'
import { startHooks } from './hooks.ts'
import { keepPace } from './pace.ts'
import { askBeforeUnload } from './unsaved.ts'
import { watchViewport } from './viewport.ts'

export { noteChanges } from './changes.ts'
export { createDebug } from './debug.ts'
export { createDriver } from './drive.ts'

/** `name` is the part after `lv-` in the markup. */
export function found(name: string, { gate }: Events) {
  if (name === 'hook') startHooks()
  else if (name.startsWith('do-')) listen(name.slice(3))
  else if (name === 'unsaved') askBeforeUnload()
  else if (/^(enter|leave)$/.test(name)) watchViewport()
  else keepPace(gate)
}
