/** What the guides say around their texts, in English. */
import type { GuideWords } from './words.ts'

const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' })

export const en: GuideWords = {
  name: 'Guides',
  title: 'Guides',
  description:
    'How to build with the engine and run it: from the first minutes to deploy, security and an honest comparison.',
  lead: 'Each guide answers one question and starts with code that works. You can read them in any order, and every example in them runs in the tests of this project.',
  groups: {
    start: 'Start',
    build: 'Build',
    run: 'Run',
    decide: 'Decide',
    from: 'Coming from',
  },
  contents: 'On this page',
  previous: 'Previous',
  next: 'Next',
  around: 'Other guides',
  asMarkdown: 'This guide as Markdown',
  table: 'Table',
  measured: {
    where: (processor, cores, versions, at) =>
      `Measured on ${day.format(at)}, on ${processor} with ${cores} cores, ${versions}.`,
    plot: (name) => `Bars: ${name}. The table below has the same figures.`,
    variant: 'Client',
    cases: {
      'one-cell-1k': 'one cell of 1,000 rows',
      'every-10th-1k': 'every 10th of 1,000 rows',
      'slots-50': '50 figures of a dashboard',
      'append-1k': '1,000 rows more',
      'reverse-1k': '1,000 rows in reverse',
      'one-cell-1k down': 'one cell of 1,000 rows',
      'every-10th-1k down': 'every 10th of 1,000 rows',
      'slots-50 down': '50 figures of a dashboard',
      'append-1k down': '1,000 rows more',
      'rtt-counter': 'a press on a counter',
      'rtt-list-1k': 'a press on a list of 1,000 rows',
      'heap-idle-counter 10000': 'an idle counter',
      'heap-idle-list-100 10000': 'an idle list of 100 rows',
      'client-core-gz': 'what every page loads',
    },
  },
}
