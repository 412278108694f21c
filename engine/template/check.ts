/** Checks every value of a view before anything is compared: a bad one must not leave a page half changed. */
import { attributeText, type ChildValue, childValue } from './build.ts'
import { TemplateError } from './errors.ts'
import { Region } from './instances.ts'
import { isBlank } from './markup-rules.ts'
import { TEXTLESS } from './nesting.ts'
import { textSentence } from './nesting-words.ts'
import { misplacedError, placeChildSlot } from './origin.ts'
import { Rendered } from './rendered.ts'
import { SharedRun } from './shared-run.ts'
import { StreamList } from './stream.ts'
import type { AttributeSlot, ChildSlot, Template } from './template.ts'
import { List, Raw } from './values.ts'

/**
 * The view in the form that can be shown in `context` (`nesting.ts`): raw markup is contained there.
 *
 * @throws TemplateError with what is allowed in a template and what was found.
 */
export function checkView(value: ChildValue, context: number): ChildValue {
  if (value instanceof Raw) return value.within(context)
  if (value instanceof Rendered) checkRendered(value, context)
  else checkValue(value, context)
  return value
}

function checkValue(value: Exclude<ChildValue, Raw>, context: number) {
  if (value instanceof Rendered) checkRendered(value, context)
  else if (value instanceof List) for (const row of value.rows) checkRendered(row, context)
  else if (value instanceof StreamList) {
    for (const row of value.fresh.values()) checkRendered(row, context)
  } else if (value instanceof Region) value.context = context
  else if (context & TEXTLESS && !isBlank(value)) {
    throw new TemplateError('template-nesting', textSentence(value, ''))
  }
}

function checkRendered(run: Rendered, context: number) {
  const { template } = run
  if (run.context === context) {
    // A memoized row that the tab was shown before, or a view shared with others.
    if (run.since > 0 || run instanceof SharedRun) return
  } else if (context & template.forbids) throw misplacedError(template, context)
  const { slots, valued } = template
  for (let i = 0; i < valued.length; i++) {
    const slot = slots[valued[i]!]!
    if (slot.kind === 'child') {
      const value = run.values[slot.value]
      const inside = (context & slot.keep) | slot.own
      // Most values are primitive and end here.
      const isPlain = typeof value === 'string' || typeof value === 'number' || value == null
      if (!isPlain || inside & TEXTLESS) checkChild(run, slot, inside)
    } else if (slot.kind === 'attribute') checkAttribute(run, slot)
  }
  run.context = context
}

function checkChild(run: Rendered, slot: ChildSlot, inside: number) {
  const value = run.values[slot.value]
  if (value instanceof Rendered && !slot.plain) return checkRendered(value, inside)
  placed(run.template, slot.value, () => {
    const shown = childValue(value, slot)
    if (shown instanceof Raw) (run.values as unknown[])[slot.value] = shown.within(inside)
    else checkValue(shown, inside)
  })
}

function checkAttribute({ template, values }: Rendered, slot: AttributeSlot) {
  const isOdd = (index: number) => values[index] != null && !PLAIN.has(typeof values[index])
  if (!slot.property && !slot.values.some(isOdd)) return
  placed(template, slot.values[0]!, () => attributeText(slot, values))
}

const PLAIN = new Set(['string', 'number', 'boolean', 'bigint'])

// An error without a place of its own was found in this child slot.
function placed(template: Template, child: number, check: () => void) {
  try {
    check()
  } catch (error) {
    if (error instanceof TemplateError) placeChildSlot(error, template, child)
    throw error
  }
}
