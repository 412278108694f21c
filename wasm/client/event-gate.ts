/** Where events leave the page: in the order in which they happened, whatever is held back. */

export interface Gate<Heard> {
  /** What has happened and waits, in the order in which it happened last. */
  readonly held: Heard[]
  /** Lets an event through, or holds it back. */
  admit(heard: Heard): void
  /** Lets it go; for good. */
  emit(heard: Heard): void
}

/** Lets go of what is held back: the first `count`, or all of it. */
export function letGo<Heard>(gate: Gate<Heard>, count = gate.held.length) {
  for (const heard of gate.held.splice(0, count)) gate.emit(heard)
}
