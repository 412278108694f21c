/** What a screen reader has of a page: Chromium's own accessibility tree, read as landmarks, headings and the focus. */
import { expect, type Page } from '@playwright/test'

const LANDMARKS = ['banner', 'navigation', 'main', 'complementary', 'contentinfo', 'region', 'form']
// ARIA leaves it to each browser whether these have a name of their own, and Chromium gives none.
const UNNAMED = ['banner', 'main', 'contentinfo']

interface Node {
  nodeId: string
  ignored: boolean
  role?: { value: string }
  name?: { value: string }
  description?: { value: string }
  properties?: { name: string; value: { value?: unknown } }[]
  childIds?: string[]
}

/** The nodes that are not ignored, in the order in which they are read. */
async function nodesOf(page: Page): Promise<Node[]> {
  const session = await page.context().newCDPSession(page)
  try {
    await session.send('Accessibility.enable')
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Node[] }
    const byId = new Map(nodes.map((node) => [node.nodeId, node]))
    const read: Node[] = []
    const visit = (node: Node | undefined) => {
      if (!node) return
      if (!node.ignored) read.push(node)
      for (const id of node.childIds ?? []) visit(byId.get(id))
    }
    visit(nodes[0])
    return read
  } finally {
    await session.detach()
  }
}

const roleOf = (node: Node) => node.role?.value ?? ''
const nameOf = (node: Node) => (node.name?.value ?? '').replace(/\s+/g, ' ').trim()
const propertyOf = (node: Node, name: string) =>
  node.properties?.find((property) => property.name === name)?.value.value

/** `navigation "Main"`, in the order of the page. */
export async function landmarksOf(page: Page): Promise<string[]> {
  // A form without a name is none.
  const nodes = (await nodesOf(page)).filter(
    (node) => LANDMARKS.includes(roleOf(node)) && !(roleOf(node) === 'form' && !nameOf(node)),
  )
  return nodes.map((node) =>
    UNNAMED.includes(roleOf(node)) ? roleOf(node) : `${roleOf(node)} "${nameOf(node)}"`,
  )
}

/** `1 Lessons`: the level and the words of each heading. */
export async function headingsOf(page: Page): Promise<string[]> {
  const nodes = (await nodesOf(page)).filter((node) => roleOf(node) === 'heading')
  return nodes.map((node) => `${propertyOf(node, 'level')} ${nameOf(node)}`)
}

/** What a screen reader says of the element that has the focus, as `link "Start the course"`. */
export async function focusOf(page: Page): Promise<string> {
  const focused = (await nodesOf(page)).filter((node) => propertyOf(node, 'focused') === true)
  const node = focused.at(-1)
  return node ? `${roleOf(node)} "${nameOf(node)}"` : 'nothing'
}

/** What is said besides the name of the first such element, given as `group "Predict"`. */
export async function descriptionOf(page: Page, said: string): Promise<string> {
  const node = (await nodesOf(page)).find((node) => `${roleOf(node)} "${nameOf(node)}"` === said)
  return node?.description?.value ?? ''
}

/** Waits until this has the focus, by its role and name. */
export const hasFocus = (page: Page, said: string) =>
  expect.poll(() => focusOf(page), { message: `Expected the focus on ${said}.` }).toBe(said)

/** One heading of the first level, which is the first of all; none skips a level; no landmark is without its name. */
export async function isInOrder(page: Page, title: string): Promise<void> {
  await expect.poll(async () => (await headingsOf(page))[0]).toBe(`1 ${title}`)
  const levels = (await headingsOf(page)).map((heading) => Number(heading[0]))
  expect(levels.filter((level) => level === 1)).toEqual([1])
  const skipped = levels.filter((level, at) => at > 0 && level > levels[at - 1]! + 1)
  expect(skipped, `headings of ${page.url()}: ${levels.join(' ')}`).toEqual([])
  const landmarks = await landmarksOf(page)
  expect(landmarks.filter((landmark) => landmark.endsWith(' ""'))).toEqual([])
  expect(landmarks.filter((landmark) => landmark === 'main')).toEqual(['main'])
  expect(new Set(landmarks).size, landmarks.join(', ')).toBe(landmarks.length)
}
