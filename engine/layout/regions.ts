/** Turns a layout's HTML into a template with one child slot for each `lv-region`. */
import { compile } from '../template/compile.ts'
import { TemplateError } from '../template/errors.ts'
import { addOrigin } from '../template/origin.ts'
import type { Template } from '../template/template.ts'
import { LayoutError } from './errors.ts'

/** A layout's HTML, compiled; `regions` are in the order of its child slots. */
export interface Regions {
  template: Template
  regions: readonly string[]
}

/**
 * Compiles HTML whose regions are empty elements, as in `<main lv-region="main"></main>`.
 *
 * @throws TemplateError with line and column, as for a template; LayoutError `layout-region`. Both name the source, `where`.
 */
export function compileRegions(source: string, where: string): Regions {
  const regions: string[] = []
  const strings: string[] = []
  let from = 0
  for (const tag of source.matchAll(TAGS)) {
    const named = [...(tag[2] ?? '').matchAll(ATTRIBUTES)].find(([, name]) => name === 'lv-region')
    if (!named) continue
    const name = named.slice(2).find((value) => value !== undefined)
    const end = tag.index + tag[0].length
    checkRegion(name, regions, source, end, where)
    regions.push(name!)
    // The attribute is only for the layout. Blanks in its place keep the columns of what follows.
    const at = end - 1 - tag[2]!.length + named.index
    const blanks = ' '.repeat(named[0].length)
    strings.push(source.slice(from, at) + blanks + source.slice(at + blanks.length, end))
    from = end
  }
  strings.push(source.slice(from))
  const options = { valueWidth: 0 }
  const place = (error: TemplateError) => placeIn(error, where)
  try {
    const template = compile(strings, options)
    addOrigin(template, { strings, options, place })
    return { template, regions }
  } catch (error) {
    if (error instanceof TemplateError) place(error)
    throw error
  }
}

// Skips comments and elements that hold text: nothing in them is a tag.
const TAGS =
  /<!--[\s\S]*?-->|<(script|style|textarea|title)\b[\s\S]*?<\/\1\s*>|<[a-z][^\s/>]*(\s(?:"[^"]*"|'[^']*'|[^"'>])*)?>/gi

const ATTRIBUTES = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]*)))?/g

function checkRegion(
  name: string | undefined,
  known: readonly string[],
  source: string,
  end: number,
  where: string,
) {
  const fail = (sentence: string) => {
    const before = source.slice(0, end).split('\n')
    return new LayoutError(
      'layout-region',
      `${sentence} (${where}:${before.length}:${before.at(-1)!.length + 1})`,
    )
  }
  if (!name)
    throw fail(
      'Expected the name of a region in lv-region="…", received none. Write lv-region="main".',
    )
  if (known.includes(name))
    throw fail(`Expected each region once, received lv-region="${name}" twice. Rename one of them.`)
  const rest = source.slice(end).replace(/^(\s|<!--[\s\S]*?-->)*/, '')
  if (!rest.startsWith('</')) {
    throw fail(
      `Expected an empty element with lv-region="${name}", received ${JSON.stringify(rest.slice(0, 20))} in it. Remove the content: a component fills the element.`,
    )
  }
}

function placeIn(error: TemplateError, where: string) {
  error.file = where
  const place = error.column === undefined ? error.line : `${error.line}:${error.column}`
  error.message = `${error.message} (${where}:${place})`
}
