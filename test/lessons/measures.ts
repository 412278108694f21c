/** The rule that a prediction's answer, and a number of bytes in the prose, are what the engine really sends. */
import type { Tab } from 'telar/testing'
import { vi } from 'vitest'
import { measureOf, type WireMeasure } from '../../playground/inspector/measure.ts'
import {
  type ChangeRecord,
  changedElements,
  isMark,
  tagsOf,
} from '../../playground/preview/changes.ts'
import { type Fault, fault, type Rule } from './fault.ts'
import { filesOf, foldersOf, type Lesson } from './lesson.ts'
import { attributesOf, elementsIn, lineOf, type Node, textsOf, wordsIn } from './mdx.ts'
import { componentIn } from './trial.ts'

const MEASURES = ['ops', 'bytes', 'up', 'elements', 'text', 'frames']
const WITH_CHOICES = ['ops', 'text', 'elements']

export const measured: Rule = async (lesson) => {
  // Templates are numbered by process, and from 128 on a number takes two bytes: a reader's process has shown one lesson.
  vi.resetModules()
  const faults: Fault[] = []
  const known = new Map<string, string | number>()
  for (const { file, tree } of textsOf(lesson)) {
    for (const node of elementsIn(tree, 'Predict', 'Bytes')) {
      const wrong = await wrongIn(lesson, node, known)
      if (wrong) faults.push(fault(file, `<${node.name}>: ${wrong}`, lineOf(node)))
    }
  }
  return faults
}

async function wrongIn(lesson: Lesson, node: Node, known: Map<string, string | number>) {
  const { id, answer, ...given } = attributesOf(node)
  const isPrediction = node.name === 'Predict'
  const { of = 'start', measure = isPrediction ? undefined : 'bytes' } = given
  if (isPrediction && typeof id !== 'string') return 'Expected an id, received none. Add id="…".'
  if (!MEASURES.includes(String(measure)))
    return `Expected measure to be one of ${MEASURES.join(', ')}, received ${measure}.`
  if (!foldersOf(lesson).includes(String(of)))
    return `Expected of to be a folder of the lesson, received ${of}.`
  const choices = elementsIn(node, 'Choice').map((choice) => String(attributesOf(choice).value))
  if (choices.length > 0) {
    if (!WITH_CHOICES.includes(String(measure)))
      return `Expected choices for ${WITH_CHOICES.join(', ')} alone, received some for ${measure}. Let the reader type the number.`
    if (new Set(choices).size < Math.max(2, choices.length))
      return `Expected at least two different choices, received ${choices.join(', ')}.`
    if (!choices.includes(String(answer)))
      return `Expected one of the choices to be the answer ${answer}, received ${choices.join(', ')}.`
  }
  const wanted = isPrediction ? String(answer) : wordsIn(node).replace(/\s/g, '').trim()
  const asked = { ...given, of, measure }
  const key = JSON.stringify(Object.entries(asked).sort())
  try {
    if (!known.has(key)) known.set(key, await truthOf(lesson, asked))
  } catch (error) {
    return `Expected an act that can be done in ${of}/, received: ${(error as Error).message}`
  }
  const truth = known.get(key)
  // A number in the prose is written in the way of its language.
  if (String(truth) === wanted || (!isPrediction && wanted.replace(/[.,]/g, '') === String(truth)))
    return undefined
  return `Expected the ${measure} that really come, ${truth}, received ${wanted}.`
}

type Asked = Readonly<Record<string, string | number | true | undefined>>

async function truthOf(lesson: Lesson, asked: Asked): Promise<string | number> {
  const { of, measure, look } = asked
  const { visit } = await import('telar/testing')
  const component = await componentIn(lesson, filesOf(lesson, String(of)))
  const tab = await visit(component)
  const changed = changesOf(tab)
  await act(tab, asked)
  if (measure === 'elements') return changed()
  if (measure === 'text') return tab.text(String(look)).replace(/\s+/g, ' ').trim()
  const { frames, sizes } = tab.cost
  return measureOf({ frames, sizes, up: [tab.sentBytes] }, measure as WireMeasure)
}

async function act(tab: Tab, { press, type, into, wait }: Asked) {
  const { byLabel } = await import('telar/testing')
  if (wait !== undefined) await tab.clock.advance(Number(wait))
  if (type !== undefined) await tab.fill(byLabel(String(into)), String(type))
  if (press !== undefined) await tab.click(await pressable(tab, String(press)))
  if (wait === undefined && type === undefined && press === undefined)
    throw new Error('Expected press, type or wait, received none of them.')
}

const ROLES = 'button link tab menuitem option checkbox radio switch'.split(' ')

/** As the preview finds what is pressed: by its whole name, or else by a part of it. */
async function pressable(tab: Tab, name: string) {
  const { byRole } = await import('telar/testing')
  const part = new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i')
  for (const wanted of [name, part]) {
    for (const role of ROLES) {
      const found = byRole(role, { name: wanted, nth: 0 })
      if (tab.has(found)) return found
    }
  }
  return tab.has('summary') ? 'summary' : byRole('button', { name })
}

/** The tag names of what changes from now on: the kit shows a visitor's view, so its document is reached from behind. */
function changesOf(tab: Tab): () => string {
  const { document, window } = (tab as unknown as { page: Behind }).page
  const records: MutationRecord[] = []
  const observer = new window.MutationObserver((more) => records.push(...more))
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    characterDataOldValue: true,
    attributes: true,
    attributeOldValue: true,
  })
  return () => {
    records.push(...observer.takeRecords())
    observer.disconnect()
    return tagsOf(
      changedElements(records.filter(isChange) as readonly ChangeRecord[]).filter(
        (one) => !one.matches('script,style,link,head,head *'),
      ),
    )
  }
}

interface Behind {
  readonly document: Document
  readonly window: { MutationObserver: typeof MutationObserver }
}

// What is written over by the same is no change to a reader.
function isChange({ type, target, attributeName, oldValue }: MutationRecord): boolean {
  if (type === 'childList') return true
  if (isMark(attributeName)) return false
  const now =
    type === 'attributes' ? (target as Element).getAttribute(attributeName!) : target.textContent
  return now !== oldValue
}
