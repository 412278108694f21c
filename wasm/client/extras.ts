/** What only some pages use, fetched with the first attribute that asks for it. */
import { listen } from './commands.ts'
import { startHooks } from './hooks.ts'
import { watchViewport } from './viewport.ts'

/** `name` is what stands behind `lv-` in the markup. */
export function found(name: string) {
  if (name === 'hook') startHooks()
  else if (name.startsWith('do-')) listen(name.slice(3))
  else watchViewport()
}
