import { each, html, LiveComponent, type LiveEvent } from 'telar'

interface Todo {
  id: string
  title: string
}

export class Todos extends LiveComponent {
  todos: Todo[] = []

  add({ form }: LiveEvent) {
    this.todos.push({ id: this.id(), title: String(form.title) })
  }

  getTemplate() {
    return html`<main>
      <form lv-submit=${this.add}>
        <input name="title" aria-label="What to do" value=${''}>
        <button>Add</button>
      </form>
      <ul>${each(
        this.todos,
        (todo) => todo.id,
        (todo) => html`<li>${todo.title}</li>`,
      )}</ul>
    </main>`
  }
}
