/** One component's page: shows views through the differ and the binary wire. */
import { diffRegion } from '../../../engine/diff/diff.ts'
import { findHandler } from '../../../engine/diff/find.ts'
import { reclaim } from '../../../engine/diff/release.ts'
import { decodeFrame, nameTable } from '../../../engine/protocol/decode-ops.ts'
import type { Op } from '../../../engine/protocol/ops.ts'
import { Wire } from '../../../engine/session/wire.ts'
import { buildHole, holeValue } from '../../../engine/template/build.ts'
import { paintRegion, rootMarker } from '../../../engine/template/paint.ts'
import { Region } from '../../../engine/template/shown.ts'
import { ROOT_HOLE } from '../../../engine/template/template.ts'
import { Page } from '../../../engine/testing/page.ts'
import { markupOf } from '../../../engine/testing/text.ts'

const UNHEARD = { reply() {}, pushed() {}, script() {}, signal() {} }

export class Stage {
  readonly region = new Region(0)
  readonly page: Page
  frame = 0
  private acknowledged = 0
  private readonly wire: Wire

  constructor(view: unknown) {
    const names = nameTable()
    this.region.root = buildHole(holeValue(view, ROOT_HOLE), { region: this.region, frame: 0 })
    this.page = new Page(rootMarker(this.region), paintRegion(this.region), UNHEARD)
    this.wire = new Wire({
      encoding: 'binary',
      send: (bytes) => this.page.apply(decodeFrame(bytes as Uint8Array, names)),
      close() {},
      backlog: () => 0,
      drained() {},
    })
  }

  /** Brings the page to a new view and returns the ops that did it. */
  show(view: unknown): Op[] {
    const ops: Op[] = []
    const { region, acknowledged } = this
    this.frame++
    diffRegion(holeValue(view, ROOT_HOLE), { region, frame: this.frame, ops, acknowledged })
    this.wire.send(ops, { number: this.frame })
    return ops
  }

  /** The tab says which frames it has applied: all so far, or those up to one. */
  acknowledge(frame = this.frame) {
    this.acknowledged = frame
    reclaim(this.region, frame)
  }

  html(): string {
    return markupOf(this.page.root)
  }

  /** The markup and what stands in the fields, whether it came as an attribute or as a property. */
  seen(): string {
    const { fields, root } = this.page
    const values = [...root.querySelectorAll('input, textarea, select')].map((field) => [
      fields.value(field),
      fields.checked(field),
    ])
    const markup = this.html()
      .replace(/ (value|checked|selected)(="[^"]*")?(?=[ >])/g, '')
      .replace(/(<textarea[^>]*>)[^<]*/g, '$1')
    return `${markup} ${JSON.stringify(values)}`
  }

  /** What the session would call for a click on this element now. */
  handlerOf(element: Element): unknown {
    const { slot } = this.page.slots.handler(element, 'click')!
    const found = findHandler(this.region, slot, 'click', this.frame)
    return found.outcome === 'found' ? found.handler : found.outcome
  }
}
