import { classes, each, html, LiveComponent, mount, type Rendered, styles } from 'telar'

interface Task {
  id: string
  title: string
  done: boolean
  share: number
}

/** A piece of template without state is a function. */
const bar = (share: number) =>
  html`<span class="bar" style=${styles({ width: `${share}%` })}>${share} %</span>`

class Panel extends LiveComponent<{ heading: Rendered; body: Rendered }> {
  open = true

  toggle() {
    this.open = !this.open
  }

  getTemplate() {
    const { heading, body } = this.props
    return html`<section>
      <h2><button aria-expanded=${this.open} lv-click=${this.toggle}>${heading}</button></h2>
      ${this.open ? html`<div>${body}</div>` : ''}
    </section>`
  }
}

export class Board extends LiveComponent {
  tasks: Task[] = [
    { id: 'a', title: 'Warp the loom', done: true, share: 100 },
    { id: 'b', title: 'Weave', done: false, share: 40 },
  ]

  finish(task: Task) {
    task.done = true
    task.share = 100
  }

  getTemplate() {
    return html`<main>
      ${mount(Panel, {
        heading: html`Tasks (${this.tasks.length})`,
        body: html`<ul>${each(
          this.tasks,
          (task) => task.id,
          (task) => html`<li class=${classes({ task: true, done: task.done })}>
            ${task.title} ${bar(task.share)}
            <button disabled=${task.done} lv-click=${() => this.finish(task)}>Finish ${task.title}</button>
          </li>`,
        )}</ul>`,
      })}
    </main>`
  }
}
