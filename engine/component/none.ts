/** The null object: the component of an element without one. */
import type { Component, LiveDriver } from './component.ts'

/**
 * Shows nothing and does nothing; its element can still be driven (null object pattern).
 *
 * @example
 * const driver = new ComponentDriver(new None())
 * driver.getComponent() instanceof None // true
 */
export class None implements Component {
  /** Nothing. */
  getTemplate(): undefined {
    return undefined
  }
  /** A controller that does nothing. */
  getDriver(): LiveDriver {
    return { attach() {} }
  }
}
