/** The null object: the component of an element that has none. */
import type { Component, LiveDriver } from './component.ts'

/** Shows nothing and does nothing; its element can be driven all the same (null object pattern). */
export class None implements Component {
  getTemplate(): undefined {
    return undefined
  }
  getDriver(): LiveDriver {
    return { attach() {} }
  }
}
