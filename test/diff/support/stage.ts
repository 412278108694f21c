/** One component's page: shows views through the differ and the binary wire, in the shipped client. */
import { diffRegion, dropOutdated } from '../../../engine/diff/diff.ts'
import { findHandler } from '../../../engine/diff/find.ts'
import { reclaim } from '../../../engine/diff/release.ts'
import type { Op } from '../../../engine/protocol/ops.ts'
import { Wire } from '../../../engine/session/wire.ts'
import { buildChild, childValue } from '../../../engine/template/build.ts'
import { Region } from '../../../engine/template/instances.ts'
import { paintRegion, rootMarker } from '../../../engine/template/paint.ts'
import { ROOT_SLOT } from '../../../engine/template/template.ts'
import { markupOf } from '../../../engine/testing/text.ts'
import { client, document } from './client.ts'

export class Stage {
  readonly region = new Region(0)
  readonly root: Element
  frame = 0
  private readonly wire: Wire

  constructor(view: unknown) {
    this.region.root = buildChild(childValue(view, ROOT_SLOT), { region: this.region, frame: 0 })
    const page = document.createElement('template')
    page.innerHTML = `<div lv-t="${rootMarker(this.region)}">${paintRegion(this.region)}</div>`
    this.root = page.content.firstElementChild!
    document.body.replaceChildren(this.root)
    const inputs = client.createInputs(
      (_, act) => act({ keepFields: client.keepFields }),
      () => undefined,
    )
    const shown = client.createDom(client.adopt(document.body, () => {}).components, {
      inputs,
      listen() {},
      acknowledge() {},
      signal() {},
    })
    shown.reset()
    this.wire = new Wire({
      encoding: 'binary',
      send(bytes) {
        client.decodeFrame(bytes as Uint8Array, shown.dom, client.refusal)
        shown.close()
        inputs.fields?.flush()
      },
      close() {},
      backlog: () => 0,
      drained() {},
    })
  }

  /** Brings the page to a new view and returns the ops that did it. */
  show(view: unknown): Op[] {
    const ops: Op[] = []
    const { region } = this
    this.frame++
    diffRegion(childValue(view, ROOT_SLOT), { region, frame: this.frame, ops })
    this.wire.send(ops, { number: this.frame })
    return ops
  }

  /** The tab says which frames it has applied: all so far, or those up to one. */
  acknowledge(frame = this.frame) {
    reclaim(this.region, frame)
    if (this.region.outdated) dropOutdated(this.region, frame)
  }

  html(): string {
    return markupOf(this.root)
  }

  /** The markup and what stands in the fields, whether it came as an attribute or as a property. */
  seen(): string {
    const fields = [...this.root.querySelectorAll<HTMLInputElement>('input, textarea, select')]
    const values = fields.map(({ value, checked }) => [value, checked])
    const markup = this.html()
      .replace(/ (value|checked|selected)(="[^"]*")?(?=[ >])/g, '')
      .replace(/(<textarea[^>]*>)[^<]*/g, '$1')
    return `${markup} ${JSON.stringify(values)}`
  }

  /** What the session would call for a click on this element now. */
  handlerOf(element: Element): unknown {
    // It is known by the page that it stands in.
    document.body.replaceChildren(this.root)
    const [, slot] = client.handlerSlot(element, 'click')!
    const found = findHandler(this.region, slot, 'click', this.frame)
    return found.outcome === 'found' ? found.handler : found.outcome
  }
}
