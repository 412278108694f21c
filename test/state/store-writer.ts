/** A process of its own that writes one session until it is killed or has opened it often enough. */
import { writeSync } from 'node:fs'
import { StoreError } from '../../engine/state/errors.ts'
import { fileStore } from '../../engine/state/file-store.ts'
import { stateAt } from './store-writes.ts'

const [folder = '', opens = '1', writes = 'Infinity'] = process.argv.slice(2)
const store = fileStore(folder, { slackBytes: 4096 })
// Synchronous, so that a line is out before the next write begins.
const say = (...words: (string | number)[]) => writeSync(1, `${words.join(' ')}\n`)

for (let time = 0; time < Number(opens); time++) {
  try {
    const { epoch, record, lost } = store.open('s', `process ${process.pid}`)
    if (lost !== undefined) throw lost
    let seq = record?.seq ?? 0
    say('open', epoch, seq)
    for (let count = 0; count < Number(writes); count++) {
      seq++
      store.write('s', epoch, { page: '/', seq, components: stateAt(seq) })
      say('wrote', epoch, seq)
    }
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'session-fenced')) throw error
  }
}
