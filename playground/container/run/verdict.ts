/** Says in a sentence why a process did not come up, or why a check did not end. */
import type { Problem } from '../types.ts'
import type { Answer } from './child-process.ts'

export const engineNotLoaded: Problem = {
  owner: 'engine',
  code: 'engine-not-loaded',
  message:
    'The engine did not load in this container; its own words stand in the console. Reload the page to mount it again.',
  source: 'container',
}

export const filesLost: Problem = {
  owner: 'app',
  code: 'files-lost',
  message:
    'Files of this container are gone: your code has deleted what it runs on. Press Run for a new one, with your files as they stand in the editor.',
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
          `The process ended${codeText(answer.code)} while your files were loading. Does one of them call process.exit?`,
        ),
      ]
    default:
      return [
        appProblem(
          'load-late',
          `Your files were not loaded after ${seconds} seconds. Does one of them await something at its top level that never comes?`,
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
        `The process ended${codeText(answer.code)} in the middle of the check. Does your code call process.exit?`,
      )
    default:
      return appProblem(
        'check-late',
        `The check was stopped after ${seconds} seconds. Does a handler wait for something that never comes?`,
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
