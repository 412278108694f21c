import { each, form, html, LiveComponent } from 'telar'
import { z } from 'zod'

const Task = z.object({ title: z.string().trim().min(1, 'What is to be done?') })

interface Item {
  id: string
  title: string
}

export class Tasks extends LiveComponent {
  task = form(Task, { initial: { title: '' } })
  items: Item[] = []
  said = ''

  add({ title }: z.output<typeof Task>) {
    this.items.push({ id: this.id(), title })
    this.said = `${title} added, ${this.items.length} in the list`
    this.task.reset()
  }

  remove(item: Item) {
    this.items = this.items.filter((one) => one !== item)
    this.said = `${item.title} removed`
  }

  getTemplate() {
    const { task } = this
    return html`<main>
      <h1>Tasks</h1>
      <form novalidate lv-submit=${task.submit(this.add)}>
        <label for=${task.id('title')}>Task</label>
        <input ${task.field('title')}> ${task.error('title')}
        <button>Add</button>
      </form>
      <ul>${each(
        this.items,
        (item) => item.id,
        (item) => html`<li>
          ${item.title}
          <button aria-label="Remove ${item.title}" lv-click=${() => this.remove(item)}>×</button>
        </li>`,
      )}</ul>
      <p role="status">${this.said}</p>
    </main>`
  }
}
