/** Runs checks and test runners, and counts what they report. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { root } from './prepare.mjs'

/** @param node the Node that the runners run on */
export function createTally(node = process.execPath) {
  const reports = mkdtempSync(join(tmpdir(), 'telar-test-'))
  let passed = 0
  let failed = 0
  return { check, vitest, playwright, counts: () => ({ passed, failed }) }

  function check(name, program, words) {
    if (run(program, words) === 0) passed++
    else {
      failed++
      console.log(`FAILED ${name}`)
    }
  }

  function vitest(files = []) {
    const file = join(reports, 'vitest.json')
    const status = run(node, [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...files,
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

  function playwright(project, files = []) {
    const file = join(reports, `${project}.json`)
    const cli = join(root, 'node_modules/@playwright/test/cli.js')
    const words = [cli, 'test', ...files, `--project=${project}`, '--reporter=list,json']
    const status = run(node, words, { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
    const report = readReport(file)
    if (!report) return lost(`playwright (${project})`)
    const { expected, unexpected, flaky } = report.stats
    passed += expected
    failed += unexpected + flaky
    for (const title of skippedIn(report)) countSkipped(title)
    if (status !== 0 && failed === 0) lost(`playwright (${project})`)
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
}

function skippedIn({ suites }) {
  return suites.flatMap(({ suites: below = [], specs = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'skipped'))
      .map(({ title }) => title),
    ...skippedIn({ suites: below }),
  ])
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
