/** Creates a project: asks for what was not said, writes the files and installs the packages. */
import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { cancel, intro, log, note, outro, spinner } from '@clack/prompts'
import { projectFiles } from '../project.ts'
import type { Parts } from '../project-parts.ts'
import { TEMPLATE_NAMES } from '../templates.ts'
import { type Asked, AskedError, nameOf, readArguments, USAGE } from './arguments.ts'
import { installPackages } from './install.ts'
import { type Answers, askFor } from './questions.ts'
import { checkFolder, writeProject } from './write.ts'

const terminal =
  process.stdin.isTTY && process.stdout.isTTY
    ? { input: process.stdin, output: process.stdout }
    : undefined

try {
  await create(readArguments(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof AskedError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function create(asked: Asked): Promise<void> {
  if (asked.help) return console.log(USAGE)
  if (asked.folder !== undefined) checkFolder(asked.folder)
  if (terminal) intro('A new project with Telar')
  const answers = terminal ? await askFor(asked, terminal) : allSaid(asked)
  if (!answers) {
    cancel('Nothing was written.')
    process.exitCode = 130
    return
  }
  const { folder, template, install } = answers
  const beside = (name: string) => readFileSync(new URL(name, import.meta.url))
  const parts = JSON.parse(beside('parts.json').toString()) as Parts
  const engine = beside(`telar-${parts.engine}.tgz`)
  writeProject(folder, projectFiles({ name: nameOf(folder), from: template, engine, parts }))
  say(`${folder} is written.`)
  const failed = install ? await installed(folder) : undefined
  if (failed === undefined) return tellCommands(folder, install)
  console.error(failed)
  process.exitCode = 1
}

function allSaid({ folder, template, install = true }: Asked): Answers {
  if (folder !== undefined && template !== undefined) return { folder, template, install }
  const missing = [folder === undefined && 'a folder', template === undefined && '--template']
  throw new AskedError(
    'terminal',
    `Expected ${missing.filter(Boolean).join(' and ')}, received none, and there is no terminal to ask in. Write, for example: create-telar my-app --template ${TEMPLATE_NAMES[0]}`,
  )
}

/** The sentence with what went wrong, or undefined. */
async function installed(folder: string): Promise<string | undefined> {
  if (!terminal) return installPackages(folder)
  const turning = spinner()
  turning.start('npm install')
  const failed = await installPackages(folder)
  turning.stop(failed === undefined ? 'Its packages are installed.' : 'npm install has failed.')
  return failed
}

function tellCommands(folder: string, isInstalled: boolean): void {
  const way = relative('', resolve(folder))
  const commands = [
    way && `cd ${way}`,
    !isInstalled && 'npm install',
    'npm start       builds and serves: http://localhost:3000',
    'npm test        runs its tests',
    'npm run dev     goes on with the new code after each change',
  ]
    .filter(Boolean)
    .join('\n')
  if (!terminal) return console.log(commands)
  note(commands, 'Next')
  outro('README.md has the rest.')
}

function say(sentence: string): void {
  if (terminal) log.success(sentence)
  else console.log(sentence)
}
