/** The timetable of the bus company, which takes its time and does not know the bridge. */

const TIMES = new Map([
  ['Castle', { wait: 200, buses: ['14:02 line 4', '14:17 line 4'] }],
  ['Harbour', { wait: 900, buses: ['14:07 line 9', '14:37 line 9'] }],
])

export async function departures(stop: string, signal?: AbortSignal): Promise<string[]> {
  const found = TIMES.get(stop)
  await pause(found?.wait ?? 200, signal)
  if (!found) throw new Error(`There is no stop ${stop}.`)
  return found.buses
}

export const report = () => pause(600)

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
