/** `npm run lessons`: proves every lesson by the rules of lessons/README.md; `npm run lessons -- 08` one lesson. */
import { createTally } from './tally.mjs'

const [only] = process.argv.slice(2)
const { vitest, close } = createTally()

// One lesson is tried by its author after each change: what is about all of them can wait.
vitest(only ? ['test/lessons/lessons', 'test/lessons/types.test.ts'] : ['test/lessons'], {
  env: { MORE_ORDERS: '1', ...(only && { LESSON: only }) },
})

const { passed, failed } = close()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
