import { html, LiveComponent } from 'telar'
import { byRole, check, step, visit } from 'telar/testing'

class Before extends LiveComponent {
  guests = 0

  come() {
    this.guests += 1
  }

  getTemplate() {
    return html`<button lv-click=${this.come}>Come</button> <output>${this.guests}</output>`
  }
}

class Renamed extends LiveComponent {
  visitors = 0

  getTemplate() {
    return html`<output>${this.visitors}</output>`
  }
}

class Grown extends Before {
  tables = 8

  override getTemplate() {
    return html`<output>${this.guests + this.tables}</output>`
  }
}

async function afterDeploy(newer: new () => Before | Renamed) {
  let current: new () => Before | Renamed = Before
  const tab = await visit(() => new current())
  for (let guest = 0; guest < 3; guest += 1) await tab.click(byRole('button'))
  current = newer
  await tab.reconnect({ restarted: true })
  return Number(tab.text('output'))
}

export default check([
  step(
    'renamed',
    'A session holds guests = 3. A deploy renames the field to visitors, which begins with 0, and does nothing else. What does the page show as visitors?',
    () => afterDeploy(Renamed),
  ),
  step(
    'grown',
    'A session holds guests = 3. A deploy adds a field, tables = 8. What does the page show for guests + tables?',
    () => afterDeploy(Grown),
  ),
])
