/** A run of a template that many pages show: it holds texts and data, and nothing of its component. */
import { Rendered } from './rendered.ts'

/** It was checked when it was made, and its parts are shared runs too. */
export class SharedRun extends Rendered {
  // What one place notes of what its tab saw before must not reach another place.
  override taken(): Rendered {
    return new Rendered(this.template, this.values, undefined)
  }
}
