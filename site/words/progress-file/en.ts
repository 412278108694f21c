/** What is said about the file of one's progress, in English. */
import { secondsIn } from '../../../playground/ui/words/index.ts'
import type { ProgressFileWords } from './words.ts'

const day = new Intl.DateTimeFormat('en', { dateStyle: 'long' })
const twoDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 })
const seconds = secondsIn('en')
const kilobytes = (bytes: number) => `${twoDigits.format(bytes / 1000)} KB`
const lessons = (count: number) => (count === 1 ? '1 lesson' : `${count} lessons`)

export const en: ProgressFileWords = {
  title: 'Your progress as a file',
  about:
    'What you passed, predicted and wrote is kept in this browser alone. As a file you can take it to another one.',
  save: 'Save as a file',
  saving: 'Collecting what this browser keeps…',
  saved: (bytes, ms) =>
    `The file is saved where your browser keeps downloads: ${kilobytes(bytes)}, in ${seconds(ms)}.`,
  load: 'Load a file',
  ask: 'Replace what is here?',
  question: (written, file, here) =>
    `The file of ${day.format(written)} has ${lessons(file.passed)} passed and code for ${lessons(file.code)}. This browser has ${lessons(here.passed)} passed and code for ${lessons(here.code)}. The file replaces all of it; you can undo that.`,
  replace: 'Replace with the file',
  cancel: 'Keep what is here',
  loading: 'Putting the file in place…',
  loaded: (ms) => `The file is loaded, in ${seconds(ms)}.`,
  undo: 'Undo',
  undone: 'All is as it was before the file.',
  problem: (code, at) => {
    switch (code) {
      case 'not-json':
        return 'This file can’t be read: it is not JSON. Choose one that this page has saved.'
      case 'not-progress':
        return 'This file holds something else. Choose one that this page has saved.'
      case 'newer':
        return `This file was written by a newer release (version ${at}). Load it there.`
      case 'damaged':
        return `This file is damaged at “${at}”, so nothing was loaded. Choose another one.`
      default:
        return code satisfies never
    }
  },
}
