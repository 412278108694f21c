/** What is said without a network, in English. */
import type { OfflineWords } from './words.ts'

export const en: OfflineWords = {
  title: 'You are offline',
  description: 'This page was not kept in this browser.',
  lead: 'There is no connection, and this page was not kept in this browser. Pages that you opened before can be read; to run code you need the server.',
  kept: 'Kept in this browser',
  none: 'Nothing is kept yet.',
}
