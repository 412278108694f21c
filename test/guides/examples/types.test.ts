/** Every file of the guides' examples fits the types, as it would in a reader's project. */
import ts from 'typescript'
import { expect, test } from 'vitest'
import { OPTIONS } from '../../support/compiled.ts'
import { exampleFiles } from '../text.ts'

test('every example fits the types', { timeout: 240_000 }, () => {
  // The types of an app are checked in one, by test/take-home/templates.test.ts.
  const files = exampleFiles().filter(
    (path) => /\.tsx?$/.test(path) && !path.includes('/take-home/'),
  )
  expect(files.length).toBeGreaterThan(20)
  const program = ts.createProgram(files, { ...OPTIONS, jsx: ts.JsxEmit.ReactJSX })
  const faults = files.flatMap((path) => {
    const source = program.getSourceFile(path)!
    const found = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ]
    return found.map(
      ({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    )
  })
  expect(faults).toEqual([])
})
