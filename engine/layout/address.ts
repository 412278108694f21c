/** Reads the parameters of a page's address: of its path and its query, as the page's schema makes them. */
import { issueText, type SchemaIssue, type StandardSchema, validate } from '../component/schema.ts'

export type Params = Readonly<Record<string, string>>

/** The parameters, or what the schema refuses. */
export type Read = { values: Params; issues?: undefined } | { issues: readonly SchemaIssue[] }

/** Shared by all sessions of pages without parameters. */
const NO_PARAMS: Params = Object.freeze({})

/**
 * A parameter of the path wins over one of the query. A schema gets a list for a name that the query has several times; without a
 * schema every parameter is a text, the last one, since no code expects a list there.
 */
export function readParams(
  schema: StandardSchema | undefined,
  ofPath: Params,
  query: URLSearchParams,
): Read | Promise<Read> {
  if (!schema) return { values: allIn(ofPath, query) }
  return validate(schema, allIn(ofPath, query, true), (result): Read => {
    if (result.issues) return { issues: result.issues }
    return { values: result.value as Params }
  })
}

/** One sentence for people. */
export function paramsRefused([
  first = { message: 'the schema does not say why' },
]: readonly SchemaIssue[]): string {
  return `Expected parameters that match the schema of the page, received a problem: ${issueText(first)}`
}

function allIn(ofPath: Params, query: URLSearchParams, withLists = false): Params {
  const found = new Map<string, string | string[]>()
  for (const [name, value] of query) {
    // No page means it, and state can't hold it.
    if (name === '__proto__') continue
    const known = found.get(name)
    found.set(name, withLists && known !== undefined ? [known, value].flat() : value)
  }
  for (const name of Object.keys(ofPath)) found.set(name, ofPath[name]!)
  return found.size === 0 ? NO_PARAMS : (Object.fromEntries(found) as Params)
}
