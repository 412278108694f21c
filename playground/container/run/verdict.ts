/** Says in a sentence why a process did not come up, or why a check did not end. */
import type { Problem } from '../types.ts'
import type { Answer } from './child-process.ts'

export const engineNotLoaded: Problem = {
  owner: 'engine',
  code: 'engine-not-loaded',
  message:
    'Expected the engine to load in this container, received an error, which the console shows. Reload the page to load it again.',
  source: 'container',
}

export const filesLost: Problem = {
  owner: 'app',
  code: 'files-lost',
  message:
    'Expected the files that this container needs, received fewer: your code has deleted some. Press Run for a new container, with your files as they are in the editor.',
  source: 'container',
}

export function prepareFailed(answer: Answer, seconds: number): Problem[] {
  switch (answer.type) {
    case 'refused':
      return answer.problems
    case 'blocked':
      return [answer.problem]
    case 'exit':
      return [
        appProblem(
          'load-exit',
          `Expected your files to load, received the end of the process${codeText(answer.code)}. Check whether one of them calls process.exit.`,
        ),
      ]
    default:
      return [
        appProblem(
          'load-late',
          `Expected your files to load within ${seconds} seconds, received nothing. Check whether one of them awaits something at its top level that never comes.`,
        ),
      ]
  }
}

export function checkEnded(answer: Answer, seconds: number): Problem | undefined {
  switch (answer.type) {
    case 'checked':
      return answer.problem
    case 'blocked':
      return answer.problem
    case 'exit':
      return appProblem(
        'check-exit',
        `Expected the check to finish, received the end of the process${codeText(answer.code)}. Check whether your code calls process.exit.`,
      )
    default:
      return appProblem(
        'check-late',
        `Expected this step of the check to finish within ${seconds} seconds, received nothing. Check whether a handler waits for something that never comes.`,
      )
  }
}

const codeText = (code: number | null) => (code === null ? '' : ` with code ${code}`)

const appProblem = (code: string, message: string): Problem => ({
  owner: 'app',
  code,
  message,
  source: 'runtime',
})
