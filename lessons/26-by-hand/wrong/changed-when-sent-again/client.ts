import type { Message, Update } from './messages.ts'

export interface Page {
  texts: Record<string, string>
  frame: number
  seq: number
  waiting: Message[]
}

export const openPage = (): Page => ({ texts: { 2: '12', 3: '0' }, frame: 0, seq: 0, waiting: [] })

export function press(page: Page, slot: number): Message[] {
  page.seq += 1
  const { frame, seq } = page
  const message = { type: 'event', component: 0, event: 'click', slot, seq, frame, data: {} }
  page.waiting.push(message)
  return [message]
}

export function receive(page: Page, update: Update): Message[] {
  page.frame = update.frame
  const { acknowledged } = update
  if (acknowledged !== undefined) {
    page.waiting = page.waiting.filter(({ seq }) => seq! > acknowledged)
  }
  let again: Message[] = []
  for (const operation of update.operations) {
    if (operation.type === 'setText') page.texts[operation.target] = operation.value
    else if (operation.kind === 'gap') again = page.waiting.filter((m) => m.seq! >= operation.value.expected).map((m) => ({ ...m, frame: page.frame }))
  }
  return again
}
