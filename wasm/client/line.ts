/** The line at the foot of the page, which says that the connection is gone: without one, nothing could be fetched to say it. */
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
    } else if (line.textContent || status === 'refused') {
      line.textContent = ''
      more(status)
    }
  }
}
