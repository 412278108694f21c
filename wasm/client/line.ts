/** The line at the foot of the page that says that the connection is lost; it is in the core, since nothing can be loaded then. */
import type { Status } from './watcher.ts'

const SAY_AFTER = 1000

/** The server painted the line, empty and with its sentence. `more` says everything else. */
export function createLine(more: (status: Status) => void): (status: Status) => void {
  const line = document.querySelector<HTMLElement>('.telar-status')!
  let timer: ReturnType<typeof setTimeout> | undefined
  return (status) => {
    clearTimeout(timer)
    if (status === 'disconnected') {
      const say = () => {
        line.textContent = line.dataset.lost!
      }
      timer = setTimeout(say, line.textContent ? 0 : SAY_AFTER)
    } else if (line.textContent || !/^connect/.test(status)) {
      line.textContent = ''
      more(status)
    }
  }
}
