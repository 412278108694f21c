/** Bugs as somebody might make them, one literal expression each, in the engine or in the client; the property must find every one. */

export interface Planted {
  title: string
  file: string
  from: string
  to: string
  /** Cases of the test's seed that it is known to survive: they need not be taken again. */
  survives?: number
}

export const PLANTED: readonly Planted[] = [
  {
    title: 'the longest run is off by one',
    file: 'engine/protocol/keeps-place.ts',
    from: 'return tails[low - 1]!',
    to: 'return tails[low - 2] ?? -1',
  },
  {
    title: 'what is taken out is not released',
    file: 'engine/diff/cross.ts',
    from: 'if (gone.length > 0) release(new Rows(gone), patch)',
    to: '',
  },
  {
    title: 'a row is put before the wrong one',
    file: 'engine/diff/cross.ts',
    from: 'const before = next ? next[i]! : 0',
    to: 'const before = next ? next[0]! : 0',
  },
  {
    title: 'a removed attribute is lost',
    file: 'engine/diff/attribute-op.ts',
    from: "if (text === null) return { op: 'delAttr', slot, name }",
    to: "if (text === null) return { op: 'setAttr', slot, name, text: '' }",
  },
  {
    title: 'a memo is stale',
    file: 'engine/template/values.ts',
    from: 'known.deps.every((dep, i) => Object.is(dep, deps[i]))',
    to: 'known.deps.some((dep, i) => Object.is(dep, deps[i]))',
  },
  {
    title: 'a shared view is taken for the one before',
    file: 'engine/component/shared-copy.ts',
    from: 'return attributeText(slot, now) === attributeText(slot, before)',
    to: 'return true',
  },
  {
    title: 'a refused value stays where it was typed',
    file: 'engine/session/typed.ts',
    from: 'instance.shown[index] = brought\n',
    to: '\n',
    survives: 175,
  },
  {
    title: 'what is held back is let go one too few',
    file: 'wasm/client/pace.ts',
    from: 'letGo(gate, gate.held.indexOf(heard) + 1)',
    to: 'letGo(gate, gate.held.indexOf(heard))',
  },
  {
    title: 'an answer is written over what was typed since',
    file: 'wasm/client/fields.ts',
    from: 'other.telarEdited || waits(other)',
    to: '!other.telarEdited && waits(other)',
    survives: 610,
  },
  {
    title: 'a choice is not painted on its option',
    file: 'engine/template/paint.ts',
    from: '`<option${attributes} selected="">${label}`',
    to: '`<option${attributes}>${label}`',
  },
  {
    title: 'what the visitor opened is not known to be open',
    file: 'engine/template/paint.ts',
    from: "'selected', 'open'])\n",
    to: "'selected'])\n",
    survives: 725,
  },
  {
    title: 'a part of an event takes the place of the one before',
    file: 'engine/session/intake.ts',
    from: 'this.parts = [...this.parts, content]',
    to: 'this.parts = index > 0 ? [...this.parts.slice(1), content, content] : [content]',
  },
  {
    title: 'a refused event does not count',
    file: 'engine/session/intake.ts',
    from: "this.accept({ kind: 'refused', seq, why })",
    to: "({ kind: 'refused', seq, why } as const)",
  },
  {
    title: 'an item of a list in another item is refused',
    file: 'engine/template/nesting.ts',
    from: '(SPECIAL.has(name) ? LI | DT : 0)',
    to: '0',
  },
  {
    title: 'across literals only the nearest element counts',
    file: 'engine/template/check.ts',
    from: '(context & slot.keep) | slot.own',
    to: 'slot.own',
  },
  {
    title: 'a row that has gone to another list is taken out',
    file: 'engine/diff/cross.ts',
    from: 'if (crossed.size > 0) putOff(patch.ops, crossed, late)',
    to: '',
    survives: 900,
  },
  {
    title: 'a number that the server has changed is taken for what was typed',
    file: 'wasm/client/fields.ts',
    from: 'other.valueAsNumber === valueAsNumber',
    to: 'Number.isFinite(other.valueAsNumber)',
    survives: 125,
  },
  {
    title: 'a choice is not looked for again when its options change',
    file: 'wasm/client/fields.ts',
    from: 'field.isConnected ? selects.add(field) : selects.delete(field)',
    to: 'selects.delete(field)',
    survives: 200,
  },
  {
    title: 'a store that fails is told of after it works again',
    file: 'engine/session/screen.ts',
    from: ' || outbox.hasSignal',
    to: '',
    survives: 375,
  },
  {
    title: 'a tab that comes while the store fails is told of it as a frame of the session',
    file: 'engine/session/screen.ts',
    from: 'if (!this.greeted) return this.wire.send(ops, { number: 0, acknowledged, repaint })',
    to: '',
    survives: 305,
  },
]

/** Not of diffs: all tabs agree and so does a fresh paint, only a tab that stayed connected tells. */
export const FORGETFUL: Planted = {
  title: 'what is published while the tab is away is not heard',
  file: 'engine/session/session.ts',
  from: 'const isCrowded = this.mailbox',
  to: 'if (!this.screen.connected) return\n    const isCrowded = this.mailbox',
}
