/** Formats the reader's files; the formatter itself is loaded when it is first used. */

const PARSERS: Readonly<Record<string, string>> = {
  ts: 'typescript',
  css: 'css',
  html: 'html',
  json: 'json',
  md: 'markdown',
}

/** The style of the lessons. */
const STYLE = { semi: false, singleQuote: true, printWidth: 80 } as const

export const canFormat = (name: string) => endingOf(name) in PARSERS

/**
 * The formatted text, including the markup in html literals.
 * @throws Error with one sentence when the text cannot be read.
 */
export async function format(name: string, text: string): Promise<string> {
  const parser = PARSERS[endingOf(name)]
  if (!parser)
    throw new Error(`Expected a file that can be formatted, received ${name}. It stays as it is.`)
  const [{ format: formatWith }, ...plugins] = await Promise.all([
    import('prettier/standalone'),
    import('prettier/plugins/typescript'),
    import('prettier/plugins/estree'),
    import('prettier/plugins/html'),
    import('prettier/plugins/postcss'),
    import('prettier/plugins/babel'),
    import('prettier/plugins/markdown'),
  ])
  try {
    return await formatWith(text, { parser, plugins: plugins.map((one) => one.default), ...STYLE })
  } catch (cause) {
    throw new Error(`Expected ${name} to be readable, received an error: ${firstLine(cause)}`)
  }
}

const endingOf = (name: string) => name.slice(name.lastIndexOf('.') + 1)

const firstLine = (cause: unknown) =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? ''
