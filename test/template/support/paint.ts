/** Paints a view as a component's root slot, and parses it as a browser would. */
import { JSDOM } from 'jsdom'
import { build, buildChild, childValue } from '../../../engine/template/build.ts'
import { checkView } from '../../../engine/template/check.ts'
import { Region } from '../../../engine/template/instances.ts'
import { paintRegion } from '../../../engine/template/paint.ts'
import type { Rendered } from '../../../engine/template/rendered.ts'
import { ROOT_SLOT } from '../../../engine/template/template.ts'

/** The markup of a first paint, markers included. */
export function paint(view: unknown): string {
  const region = new Region(0)
  const checked = checkView(childValue(view, ROOT_SLOT), 0)
  region.root = buildChild(checked, { region, frame: 0 })
  return paintRegion(region)
}

/** The same without markers. */
export const bare = (view: unknown): string =>
  paint(view)
    .replace(/ lv-(?:[rst]|[a-z]+)="[^"]*"/g, '')
    .replace(/<!--.*?-->/g, '')

/** What a browser's parser makes of a first paint; a child slot's text is one node, as the client leaves it. */
export function parsed(view: unknown): Element {
  const { document } = new JSDOM(`<main>${paint(view)}</main>`).window
  const main = document.querySelector('main')!
  const comments = document.createNodeIterator(main, 128)
  for (let node = comments.nextNode(); node; node = comments.nextNode())
    node.parentNode!.removeChild(node)
  main.normalize()
  return main
}

/** What the tab is shown, slot by slot: a child slot, an attribute's text (null when absent), a property's JSON. */
export const shownOf = (view: Rendered) =>
  build(view, '', { region: new Region(0), frame: 0 }).shown
