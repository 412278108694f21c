/** The search in English. */
import { secondsIn } from '../../../playground/ui/words/index.ts'
import type { SearchWords } from './words.ts'

const seconds = secondsIn('en')

export const en: SearchWords = {
  close: 'Close',
  label: 'Search Telar',
  hint: 'Words of the text or of the code. Arrow keys choose, Enter opens.',
  loading: 'Loading the index…',
  loaded: (ms) => `The index is loaded, in ${seconds(ms)}.`,
  failed: 'The index did not load. The network failed, or a program blocks it.',
  again: 'Try again',
  none: 'Nothing found. Try fewer or other words.',
  found: (count) => (count === 1 ? '1 place found.' : `${count} places found.`),
  results: 'Places found',
  kinds: {
    lesson: 'Lesson',
    reference: 'Reference',
    guide: 'Guide',
    example: 'Example',
    page: 'Page',
  },
  slash: 'The / key opens the search too',
}
