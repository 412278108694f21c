/** The base of the errors that the engine throws. */

/** An error with a code to branch on. Each class adds its `name`, and as `owner` whose fault it is. */
export abstract class CodedError<Code extends string> extends Error {
  readonly code: Code
  constructor(code: Code, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.code = code
  }
}
