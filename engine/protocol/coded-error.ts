/** The base class of the errors that the engine throws. */

/** An error with a code to branch on. Each class sets its `name` and its `owner`, which says who is at fault. */
export abstract class CodedError<Code extends string> extends Error {
  /** Keeps its meaning in every version. */
  readonly code: Code
  constructor(code: Code, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.code = code
  }
}
