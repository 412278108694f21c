/** Where events leave the page: in the order in which they happened, even if some are held back. */

export interface Gate<Heard> {
  /** Waiting events, in the order in which they last happened. */
  readonly held: Heard[]
  /** Passes an event on, or holds it back. */
  admit(heard: Heard): void
  /** Sends it on; it can't be held back any more. */
  emit(heard: Heard): void
}

/** Releases what is held back: the first `count`, or everything. */
export function letGo<Heard>(gate: Gate<Heard>, count = gate.held.length) {
  for (const heard of gate.held.splice(0, count)) gate.emit(heard)
}
