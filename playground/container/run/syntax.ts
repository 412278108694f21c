/** Finds the place of a syntax error that only the JavaScript engine reports, such as a name declared twice. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import type { Problem } from '../types.ts'
import type { BuiltFiles } from './process-messages.ts'

type SourcePosition = Pick<Problem, 'file' | 'line' | 'column'>

// An import that fails this way carries no place; checking the file alone prints it.
export async function locateSyntaxError(built: BuiltFiles): Promise<SourcePosition | undefined> {
  // One at a time: a container may start only so many processes.
  for (const [file, output] of Object.entries(built.outputs)) {
    const place = readPosition(await checkOutput(join(built.folder, output)))
    if (place) return { file, ...place }
  }
  return undefined
}

const checkOutput = (path: string) =>
  new Promise<string>((resolve) => {
    execFile(process.execPath, ['--check', path], { timeout: 5000 }, (_error, _out, err) =>
      resolve(err),
    )
  })

/** Reads `…:2`, the line of code and the carets below it. */
export function readPosition(output: string): { line: number; column: number } | undefined {
  const [head = '', , carets = ''] = output.split('\n')
  const line = /:(\d+)$/.exec(head)
  if (!line || !output.includes('SyntaxError')) return undefined
  return { line: Number(line[1]), column: Math.max(carets.indexOf('^'), 0) + 1 }
}
