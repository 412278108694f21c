/** Projects that readers write, right and wrong. */
import type { Project } from '../../../playground/container/types.ts'

export const project = (counter: string, others: Record<string, string> = {}): Project => ({
  files: { 'counter.ts': counter, ...others },
  entry: 'counter.ts',
})

/** A counter whose handler adds `by`; `first` runs before it does. */
export const counter = (
  by: number | string,
  first = '',
) => `import { html, LiveComponent } from 'telar'

export default class Counter extends LiveComponent {
  count: number = 0

  add(): void {
    ${first}
    this.count += ${by}
  }

  getTemplate() {
    return html\`<button lv-click=\${this.add}>Clicked \${this.count} times</button>\`
  }
}
`
