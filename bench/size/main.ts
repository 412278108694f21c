/** `npm run bench -- size`: what a page loads of each client. */
import { fileURLToPath } from 'node:url'
import { measured, report } from '../report.ts'
import { sizes } from './sizes.ts'

const rows = await sizes(fileURLToPath(new URL('.', import.meta.url)))
console.log(
  'Minified and gzipped bytes. client-core-gz is what every page loads; of telar that holds events, input rules, reconnect, take-over and the wasm. morphdom is a morpher alone: it has no socket and no events.\n',
)
report(
  'size',
  rows.map(({ name, variant, bytes }) => measured(name, variant, 'bytes', [bytes])),
  null,
)
