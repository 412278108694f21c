/** What the workspace says in English of a project to take home. */
import type { TakeHomeWords } from '../take-home.ts'

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

export const takeHome: TakeHomeWords = {
  name: 'Download',
  title: 'Take it home',
  about:
    'Your files become a program of its own: with the engine, a server, a test and a guide of one page. It needs Node 20.19 or newer, and nothing of this site.',
  making: (kilobytes) => `Packing … ${number.format(kilobytes)} KB so far.`,
  slow: (kilobytes) =>
    `Nothing has come for some seconds, after ${number.format(kilobytes)} KB. The network is slow or gone. You can wait, try again or cancel.`,
  retry: 'Try again',
  cancel: 'Cancel',
  made: (file, kilobytes, milliseconds) =>
    `${file} is in your downloads: ${number.format(kilobytes)} KB in ${number.format(milliseconds / 1000)} s.`,
  failed: 'Nothing was downloaded.',
  again: 'Download again',
  next: 'Unpack it, open a terminal in its folder, and write:',
  commands: `npm install
npm start  # http://localhost:3000
npm test`,
  guide:
    'With npm run dev your changes go into the running server, and open pages keep their state. README.md says how to deploy it.',
}
