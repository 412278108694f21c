/** `npm test`: installs what is missing, builds, and runs every check and test, browsers included. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  buildOnce,
  checkNode,
  installPackages,
  prepareChromium,
  prepareSandbox,
  root,
} from './prepare.mjs'

checkNode()
installPackages()
prepareChromium()
prepareSandbox()
buildOnce()

const reports = mkdtempSync(join(tmpdir(), 'telar-test-'))
const bin = (name) => join(root, 'node_modules/.bin', name)
let passed = 0
let failed = 0

check('formatter and linter', bin('biome'), ['check', '.'])
check('types', bin('tsc'), ['--noEmit'])
check('types of the lessons', bin('tsc'), ['-p', 'lessons'])
check('matrix of the requirements', process.execPath, [join(root, 'scripts/matrix.mjs')])
vitest()
playwright('readers')
// After all others, red or not: these are held to how long one reader waits.
playwright('alone')

console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)

function check(name, program, words) {
  if (run(program, words) === 0) passed++
  else {
    failed++
    console.log(`FAILED ${name}`)
  }
}

function vitest() {
  const file = join(reports, 'vitest.json')
  const status = run(bin('vitest'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const report = readReport(file)
  if (!report) return lost('vitest')
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  // A file that does not load has no tests to fail.
  const broken = report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  )
  const skipped = tests.filter(({ status: state }) => state !== 'passed' && state !== 'failed')
  passed += tests.filter(({ status: state }) => state === 'passed').length
  failed += tests.filter(({ status: state }) => state === 'failed').length + broken.length
  for (const { fullName } of skipped) countSkipped(fullName)
  if (status !== 0 && failed === 0) lost('vitest')
}

function playwright(project) {
  const file = join(reports, `${project}.json`)
  const words = ['test', `--project=${project}`, '--reporter=list,json']
  const status = run(bin('playwright'), words, { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  const report = readReport(file)
  if (!report) return lost(`playwright (${project})`)
  const { expected, unexpected, flaky } = report.stats
  passed += expected
  failed += unexpected + flaky
  for (const title of skippedIn(report)) countSkipped(title)
  if (status !== 0 && failed === 0) lost(`playwright (${project})`)
}

function skippedIn({ suites }) {
  return suites.flatMap(({ suites: below = [], specs = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'skipped'))
      .map(({ title }) => title),
    ...skippedIn({ suites: below }),
  ])
}

// What could not be tried here says so in its title, with the reason; anything else that was skipped counts as failed.
function countSkipped(title) {
  if (/not run: /.test(title)) return console.log(`NOT RUN ${title}`)
  failed++
  console.log(`FAILED ${title}: it was skipped without a reason`)
}

function lost(runner) {
  failed++
  console.log(`FAILED ${runner} ended without a report that explains it`)
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function run(program, words, env = {}) {
  return spawnSync(program, words, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    .status
}
