/** Sends a message to the layouts of every tab, on every node. */
import type { Bus, Stop } from '../bus/bus.ts'
import { LayoutError } from './errors.ts'

/** The topic of all layouts, and those of the layouts with one name. */
export const ALL_LAYOUTS = 'telar:layouts'
export const layoutTopic = (name: string) => `telar:layouts:${name}`

/**
 * Passes a message to `onEventIn` of every layout in every tab, on every node that shares the bus.
 * It can be called anywhere in the program: in a component, in a route, in a timer.
 *
 * @param message Plain data, as state may hold it.
 * @throws LayoutError 'layout-unserved' when this process serves no pages; BusError 'message-unsendable'
 * @example
 * const board = new Layout('orders', {
 *   html: '<p id="last">none yet</p>',
 *   onEventIn(message) {
 *     this.driver.getDriverById('last').setText(`Order ${(message as { order: number }).order}`)
 *   },
 * })
 * const tab = await visit(board)
 * await tab.settled(() => sendToAllLayouts({ order: 7 })) // from a route of your own, a timer, anywhere
 * tab.text() // 'Order 7'
 */
export function sendToAllLayouts(message: unknown): void {
  send([ALL_LAYOUTS], message)
}

/**
 * Does the same for the layouts with these names only.
 *
 * @param message Plain data, as state may hold it.
 * @param names The names of the layouts that hear it.
 * @throws the same errors as `sendToAllLayouts`
 *
 * @example
 * const door = new Layout('door', {
 *   html: '<p id="sign">Open</p>',
 *   onEventIn(message) {
 *     this.driver.getDriverById('sign').setText(String(message))
 *   },
 * })
 * const tab = await visit(door)
 * await tab.settled(() => sendToLayouts('Closed', 'door'))
 * tab.text() // 'Closed'
 */
export function sendToLayouts(message: unknown, ...names: string[]): void {
  send([...new Set(names)].map(layoutTopic), message)
}

/** Sends messages for layouts through `bus` too, until stopped. A bus that is no longer referenced is removed by itself. */
export function joinBroadcast(bus: Bus): Stop {
  const one = new WeakRef(bus)
  joined.add(one)
  return () => void joined.delete(one)
}

const joined = new Set<WeakRef<Bus>>()

function send(topics: readonly string[], message: unknown) {
  // Two servers of a process may share a bus: it carries a message once.
  const buses = new Set<Bus>()
  for (const one of joined) {
    const bus = one.deref()
    if (bus) buses.add(bus)
    else joined.delete(one)
  }
  if (buses.size === 0) {
    throw new LayoutError(
      'layout-unserved',
      'Expected served pages for sendToAllLayouts() and sendToLayouts(), received none in this process. Call serve() or createHandler() first.',
    )
  }
  for (const bus of buses) for (const topic of topics) bus.publish(topic, message)
}
