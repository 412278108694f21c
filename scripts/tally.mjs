/** Runs checks and test runners, and counts what they report. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from './prepare.mjs'

/** @param node the Node that the runners run on */
export function createTally(node = process.execPath) {
  const reports = mkdtempSync(join(tmpdir(), 'telar-test-'))
  let passed = 0
  /** What failed, by name and with the start of its reason. */
  const failures = []
  return { check, vitest, playwright, close }

  /** Says again what failed, where it is found below all that the runners say, and gives the counts. */
  function close() {
    for (const failure of failures) console.log(`FAILED ${failure}`)
    return { passed, failed: failures.length }
  }

  function check(name, program, words) {
    if (run(program, words) === 0) passed++
    else failures.push(name)
  }

  /** `leftOut`: the titles of tests that `words` leave out. */
  function vitest(files = [], { words = [], env = {}, leftOut = [] } = {}) {
    const file = join(reports, 'vitest.json')
    const own = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const program = join(root, 'node_modules/vitest/vitest.mjs')
    const status = run(node, [program, 'run', ...files, ...own, ...words], env)
    const seen = new Set()
    const report = readReport(file)
    if (!report) return lost('vitest')
    for (const { name, status: state, message, assertionResults } of report.testResults) {
      const path = relative(root, name)
      // A file that does not load has no tests to fail.
      if (state === 'failed' && assertionResults.length === 0)
        failures.push(`${path}: ${start(message)}`)
      for (const { title, fullName, status: ended, failureMessages } of assertionResults) {
        seen.add(title)
        if (ended === 'passed') passed++
        else if (ended === 'failed')
          failures.push(`${path} › ${fullName}: ${start(failureMessages[0])}`)
        else if (!leftOut.includes(title)) countSkipped(fullName)
      }
    }
    for (const title of leftOut)
      if (!seen.has(title)) failures.push(`${title}: there is no such test to leave out`)
    if (status !== 0 && failures.length === 0) lost('vitest')
  }

  function playwright(project, files = []) {
    const file = join(reports, `${project}.json`)
    const cli = join(root, 'node_modules/@playwright/test/cli.js')
    const words = [cli, 'test', ...files, `--project=${project}`, '--reporter=list,json']
    const status = run(node, words, { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
    const report = readReport(file)
    if (!report) return lost(`playwright (${project})`)
    for (const { title, file: path, tests } of specsIn(report)) {
      for (const { status: ended, results } of tests) {
        if (ended === 'expected') passed++
        else if (ended === 'skipped') countSkipped(title)
        else failures.push(`${path} › ${title}: ${start(results.find(hasError)?.error.message)}`)
      }
    }
    if (status !== 0 && failures.length === 0) lost(`playwright (${project})`)
  }

  // What could not be tried here says so in its title, with the reason; anything else that was skipped counts as failed.
  function countSkipped(title) {
    if (/not run: /.test(title)) return console.log(`NOT RUN ${title}`)
    failures.push(`${title}: it was skipped without a reason`)
  }

  function lost(runner) {
    failures.push(`${runner} ended without a report that explains it`)
  }
}

function specsIn({ suites = [], specs = [] }) {
  return [...specs, ...suites.flatMap(specsIn)]
}

const hasError = ({ error }) => error !== undefined

/** The first lines of a reason, in one, without colours. */
function start(reason = 'no reason is on record') {
  return stripVTControlCharacters(reason).replace(/\s+/g, ' ').slice(0, 300)
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function run(program, words, env = {}) {
  // What a test starts by the name `node` is the same Node as the test's own.
  const PATH = `${dirname(program)}${delimiter}${process.env.PATH}`
  const { status } = spawnSync(program, words, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH, ...env },
  })
  return status
}
