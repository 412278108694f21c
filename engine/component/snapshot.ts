/** The state of one component as it was last stored, and what is needed to write it down and to take it back. */
import {
  type FieldKinds,
  type FieldNames,
  kindsOf,
  NO_FIELDS,
  type SelfStoring,
} from '../state/fields.ts'
import { holdersOf } from '../state/restore.ts'
import { RowTexts } from '../state/row-texts.ts'
import { ComponentDriver } from './driver.ts'

/** Only its methods change it: `ComponentNode` gives it out as `Readonly`. */
export class Snapshot {
  /** What the constructor left: the engine's own fields, the kinds of all others, the self-storing values. */
  readonly own: FieldNames
  readonly kinds: FieldKinds
  readonly holders: ReadonlyMap<string, SelfStoring>
  /** Encoded; undefined if it was not stored yet. */
  text: string | undefined
  /** It was not stored yet, or its parent has passed other props since. */
  isOutdated = true
  /** How the rows of its lists were last written; dropped while the session hibernates. */
  rows: RowTexts | undefined

  constructor(component: object) {
    this.own = driversOf(component)
    this.kinds = kindsOf(component, this.own)
    this.holders = holdersOf(component, this.own)
  }

  take(text: string): void {
    this.text = text
  }

  outdate(): void {
    this.isOutdated = true
  }

  /** It was compared with the state as it is now. */
  compared(): void {
    this.isOutdated = false
  }

  keepRows(): RowTexts {
    return (this.rows ??= new RowTexts())
  }

  forgetRows(): void {
    this.rows = undefined
  }
}

// A component without the base class keeps its driver in a field of its own.
function driversOf(component: object): FieldNames {
  const isDriver = (name: string) => Reflect.get(component, name) instanceof ComponentDriver
  const drivers = Object.keys(component).filter(isDriver)
  return drivers.length > 0 ? new Set(drivers) : NO_FIELDS
}
