import type { Message, Update } from './messages.ts'

export interface Page {
  texts: Record<string, string>
  last: number
  sent: Message[]
  done: number
}

export const openPage = (): Page => ({ texts: { 2: '12', 3: '0' }, last: 0, sent: [], done: 0 })

/** Every message that was ever sent is kept, and its place in the list is its number. */
export function press({ sent, last }: Page, slot: number): Message[] {
  const seq = sent.length + 1
  sent.push({ type: 'event', component: 0, event: 'click', slot, seq, frame: last, data: {} })
  return sent.slice(-1)
}

export function receive(page: Page, { frame, operations, acknowledged }: Update): Message[] {
  page.last = frame
  page.done = acknowledged ?? page.done
  return operations.flatMap((operation) => {
    if (operation.type === 'signal') {
      return operation.kind === 'gap' ? page.sent.slice(operation.value.expected - 1) : []
    }
    page.texts = { ...page.texts, [operation.target]: operation.value }
    return []
  })
}
