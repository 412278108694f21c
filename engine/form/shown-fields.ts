/** Which fields of a form are in the page, in the order in which views show them. */
import { ComponentNode } from '../component/node.ts'
import { currentRun, type Run } from '../template/rendered.ts'
import type { FieldKind } from './texts.ts'

interface Shown {
  readonly kind: FieldKind
  /** The id of its element; of several with one name, that of the first. */
  readonly id: string
}

export class ShownFields {
  /** All that have been in the page, now or before. */
  readonly known = new Map<string, FieldKind>()
  /** What has had an element for its message. */
  private readonly messages = new Set<string>()
  /** By the component whose view shows them; a form may be shown by several. */
  private readonly byOwner = new Map<object, { run: Run | undefined; fields: Map<string, Shown> }>()

  /** The view that runs shows it. */
  note(name: string, kind: FieldKind, id: string): void {
    this.known.set(name, kind)
    const run = currentRun()
    const owner = run?.owner ?? this
    let shown = this.byOwner.get(owner)
    if (!shown || shown.run !== run) this.byOwner.set(owner, (shown = { run, fields: new Map() }))
    if (!shown.fields.has(name)) shown.fields.set(name, { kind, id })
  }

  noteMessage(name: string): void {
    this.messages.add(name)
  }

  /** Whether the message of a name has an element of its own. */
  tells(name: string): boolean {
    return this.known.has(name) || this.messages.has(name)
  }

  /** What the newest views show. */
  *inPage(): Generator<[string, Shown]> {
    for (const [owner, { fields }] of this.byOwner) {
      if (owner instanceof ComponentNode && owner.life.phase === 'ended') this.byOwner.delete(owner)
      else yield* fields
    }
  }

  get secrets(): string[] {
    return [...this.known].flatMap(([name, { isSecret }]) => (isSecret ? name : []))
  }
}
