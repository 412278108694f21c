/** `npm test`: installs what is missing, builds, and runs every check and test, browsers included. */
import { join } from 'node:path'
import {
  buildOnce,
  checkNode,
  installPackages,
  prepareChromium,
  prepareSandbox,
  root,
} from './prepare.mjs'
import { createTally } from './tally.mjs'

checkNode()
installPackages()
prepareChromium()
prepareSandbox()
buildOnce()

const bin = (name) => join(root, 'node_modules/.bin', name)
const { check, vitest, playwright, close } = createTally()

check('formatter and linter', bin('biome'), ['check', '.'])
check('types', bin('tsc'), ['--noEmit'])
check('types of the lessons', bin('tsc'), ['-p', 'lessons'])
check('matrix of the requirements', process.execPath, [join(root, 'scripts/matrix.mjs')])
vitest()
playwright('readers')
// After all others, red or not: these are held to how long one reader waits.
playwright('alone')

const { passed, failed } = close()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
