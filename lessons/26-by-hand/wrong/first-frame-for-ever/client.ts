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
  page.seq += 1
  const { seq, frame } = page
  const message = { type: 'event', component: 0, event: 'click', slot, seq, frame, data: {} }
  page.waiting.push(message)
  return [message]
}

/** A message came. Returns what is sent again. */
export function receive(page: Page, update: Update): Message[] {
  const answered = update.acknowledged ?? 0
  page.waiting = page.waiting.filter((message) => message.seq! > answered)
  for (const operation of update.operations) {
    if (operation.type === 'setText') page.texts[operation.target] = operation.value
    if (operation.type === 'signal' && operation.kind === 'gap') return [...page.waiting]
  }
  return []
}
