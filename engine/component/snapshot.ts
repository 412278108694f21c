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

export class Snapshot {
  /** What the constructor left: the engine's own fields, the kinds of all others, the self-storing values. */
  readonly own: FieldNames
  readonly kinds: FieldKinds
  readonly holders: ReadonlyMap<string, SelfStoring>
  private stored: string | undefined
  private isOld = true
  private texts: RowTexts | undefined

  constructor(component: object) {
    this.own = driversOf(component)
    this.kinds = kindsOf(component, this.own)
    this.holders = holdersOf(component, this.own)
  }

  /** Encoded; undefined if it was not stored yet. */
  get text(): string | undefined {
    return this.stored
  }

  take(text: string): void {
    this.stored = text
  }

  /** Its parent passed other props, which the state may follow. */
  outdate(): void {
    this.isOld = true
  }

  /** It was compared with the state as it is now. */
  compared(): void {
    this.isOld = false
  }

  /** It was never stored, or its parent has passed other props since. */
  get isOutdated(): boolean {
    return this.isOld
  }

  /** How the rows of its lists were last written, if that is remembered. */
  get rows(): RowTexts | undefined {
    return this.texts
  }

  /** From now on that is remembered. */
  keepRows(): RowTexts {
    return (this.texts ??= new RowTexts())
  }

  /** The session hibernates. */
  forgetRows(): void {
    this.texts = undefined
  }
}

// A component without the base class keeps its driver in a field of its own.
function driversOf(component: object): FieldNames {
  const isDriver = (name: string) => Reflect.get(component, name) instanceof ComponentDriver
  const drivers = Object.keys(component).filter(isDriver)
  return drivers.length > 0 ? new Set(drivers) : NO_FIELDS
}
