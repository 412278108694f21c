/** Runs `npm install` in the new project. */
import { spawn } from 'node:child_process'

/** Resolves to undefined once all packages are there, or to the sentence with what went wrong. */
export function installPackages(folder: string): Promise<string | undefined> {
  // Unless told otherwise npm asks a dead network for two minutes.
  const patience = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000']
  const npm = spawn('npm', ['install', '--no-audit', '--no-fund', ...patience], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32',
  })
  let said = ''
  npm.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return new Promise((resolve) => {
    npm.once('error', (error) => resolve(sentence(error.message)))
    npm.once('close', (code) => resolve(code === 0 ? undefined : sentence(reasonIn(said, code))))
  })
}

const sentence = (why: string) =>
  `Expected npm install to end well, received: ${why}. The project is written. Once the cause is gone, run npm install in it.`

/** The first line of npm's that is about the cause and not about its codes or logs. */
function reasonIn(said: string, code: number | null): string {
  const lines = said
    .split('\n')
    .map((line) => /^npm (?:error|ERR!) (.+)$/.exec(line)?.[1] ?? '')
    .filter((line) => line && !/^(code|errno|syscall|path|type)\b|^A complete log/.test(line))
  return (lines[0] ?? `exit code ${code}`).replace(/\.$/, '')
}
