/** PURE: finds where a text stops being JSON, since `JSON.parse` may not report the place. */

const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y
const SPACE = /[ \t\r\n]*/y

export interface JsonFault {
  offset: number
  wanted: string
}

/** Undefined when the whole text is JSON. */
export function jsonFault(text: string): JsonFault | undefined {
  const reader = new Reader(text)
  try {
    reader.value()
    if (reader.at < text.length) reader.fail('the end of the file')
    return undefined
  } catch (fault) {
    if (fault instanceof Stop) return { offset: fault.offset, wanted: fault.wanted }
    throw fault
  }
}

class Stop extends Error {
  readonly offset: number
  readonly wanted: string
  constructor(offset: number, wanted: string) {
    super(wanted)
    this.offset = offset
    this.wanted = wanted
  }
}

class Reader {
  at = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  value(): void {
    this.skip(SPACE)
    if (this.takes('{')) this.items('}', () => this.member())
    else if (this.takes('[')) this.items(']', () => this.value())
    else if (!this.skip(STRING) && !this.skip(NUMBER) && !this.skip(WORD)) this.fail('a value')
    this.skip(SPACE)
  }

  fail(wanted: string): never {
    throw new Stop(this.at, wanted)
  }

  private items(close: string, item: () => void): void {
    this.skip(SPACE)
    if (this.takes(close)) return
    for (;;) {
      item()
      if (this.takes(close)) return
      if (!this.takes(',')) this.fail(`a comma or ${close}`)
    }
  }

  private member(): void {
    this.skip(SPACE)
    if (!this.skip(STRING)) this.fail('a name in double quotes')
    this.skip(SPACE)
    if (!this.takes(':')) this.fail('a colon')
    this.value()
  }

  private takes(letter: string): boolean {
    if (this.text[this.at] !== letter) return false
    this.at += 1
    return true
  }

  /** True if something was skipped. */
  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0].length ?? 0
    this.at += found
    return found > 0
  }
}
