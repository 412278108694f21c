import type { Message, Update } from './messages.ts'

/** What the client knows: the text at each place, the newest frame, and what it has sent. */
export interface Page {
  texts: Record<string, string>
  frame: number
  seq: number
  waiting: Message[]
}

export const openPage = (): Page => ({ texts: { 2: '12', 3: '0' }, frame: 0, seq: 0, waiting: [] })

/** A button was pressed. Returns what is sent. */
export function press(page: Page, slot: number): Message[] {
  const { frame } = page
  const message = { type: 'event', component: 0, event: 'click', slot, seq: 1, frame, data: {} }
  return [message]
}

/** A message came. Returns what is sent again. */
export function receive(page: Page, update: Update): Message[] {
  return []
}
