/** A module that the examples of `lazy` load. */
import { html, LiveComponent } from '../../engine/index.ts'

export default class Chart extends LiveComponent<{ points: number[] }> {
  getTemplate() {
    return html`<p>${this.props.points.join(' ')}</p>`
  }
}

export class BarChart extends Chart {}
