/** PURE: reads and writes a number that code names: `const ROWS = 100`. */

export function readConstant(code: string, name: string): number | undefined {
  const found = pattern(name).exec(code)?.[2]
  return found === undefined ? undefined : Number(found.replaceAll('_', ''))
}

/** The code with another number; the same code if it has no such constant. */
export const writeConstant = (code: string, name: string, value: number): string =>
  code.replace(pattern(name), (_, before: string) => `${before}${value}`)

const pattern = (name: string) =>
  new RegExp(`(\\bconst\\s+${name}\\s*(?::\\s*number\\s*)?=\\s*)(-?\\d[\\d_]*(?:\\.\\d+)?)`)
