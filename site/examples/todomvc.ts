/** TodoMVC by its specification: the state on the server; storage, address and focus in a hook of the page. */
import { classes, each, html, LiveComponent, type LiveEvent } from 'telar'

interface Todo {
  id: string
  title: string
  completed: boolean
}

type Filter = (typeof FILTERS)[number]['name']

export default class TodoMvc extends LiveComponent {
  todos: Todo[] = []
  filter: Filter = 'all'
  draft = ''
  editing = ''
  restored = false

  /** What the browser had stored, received once per visit. A visitor can change it, so it is checked like any input. */
  restore({ detail }: LiveEvent) {
    if (this.restored) return
    this.restored = true
    const { todos, hash } = (detail ?? {}) as { todos?: unknown; hash?: unknown }
    this.todos = [
      ...(Array.isArray(todos) ? todos : []).filter(isStored).slice(0, MOST),
      ...this.todos,
    ].map(({ title, completed }) => ({ id: this.id(), title, completed }))
    this.show(String(hash))
  }

  route({ detail }: LiveEvent) {
    this.show(String(detail))
  }

  write({ value }: LiveEvent) {
    this.draft = value
  }

  create() {
    const title = this.draft.trim().slice(0, LONGEST)
    if (title === '' || this.todos.length >= MOST) return
    this.draft = ''
    this.change([...this.todos, { id: this.id(), title, completed: false }])
  }

  toggleAll({ checked }: LiveEvent) {
    this.change(this.todos.map((todo) => ({ ...todo, completed: checked })))
  }

  toggle(id: string, completed: boolean) {
    this.change(this.todos.map((todo) => (todo.id === id ? { ...todo, completed } : todo)))
  }

  destroy(id: string) {
    this.change(this.todos.filter((todo) => todo.id !== id))
  }

  edit(id: string) {
    this.editing = id
  }

  /** Enter saves, and so does leaving the field: whichever comes first. */
  save(id: string, text: string) {
    if (this.editing !== id) return
    this.editing = ''
    const title = text.trim().slice(0, LONGEST)
    if (title === '') return this.destroy(id)
    this.change(this.todos.map((todo) => (todo.id === id ? { ...todo, title } : todo)))
  }

  cancel() {
    this.editing = ''
  }

  clearCompleted() {
    this.change(this.todos.filter(({ completed }) => !completed))
  }

  getTemplate() {
    const { todos } = this
    return html`<section class="todoapp" lv-hook="todos" lv-restore=${this.restore} lv-route=${this.route}>
        <header class="header">
          <h1>todos</h1>
          <form lv-submit=${this.create}>
            <input class="new-todo" value=${this.draft} lv-input=${this.write} lv-debounce="200" placeholder="What needs to be done?" aria-label="What needs to be done?" autocomplete="off" autofocus />
          </form>
        </header>
        ${todos.length === 0 ? '' : [this.main(), this.footer()]}
      </section>
      <footer class="info">
        <p>Double-click to edit a todo</p>
        <p>After the specification of <a href="https://todomvc.com">TodoMVC</a></p>
      </footer>`
  }

  private main() {
    const { todos, filter } = this
    const shown = todos.filter(
      ({ completed }) => filter === 'all' || completed === (filter === 'completed'),
    )
    return html`<section class="main">
      <input id="toggle-all" class="toggle-all" type="checkbox" checked=${todos.every(({ completed }) => completed)} lv-change=${this.toggleAll} />
      <label for="toggle-all">Mark all as complete</label>
      <ul class="todo-list">
        ${each(
          shown,
          ({ id }) => id,
          (todo) => this.item(todo),
        )}
      </ul>
    </section>`
  }

  private item({ id, title, completed }: Todo) {
    const editing = this.editing === id
    return html`<li class=${classes({ completed, editing })}>
      <div class="view">
        <input class="toggle" type="checkbox" aria-label=${title} checked=${completed} lv-change=${({ checked }: LiveEvent) => this.toggle(id, checked)} />
        <label lv-dblclick=${() => this.edit(id)}>${title}</label>
        <button class="destroy" aria-label="Delete ${title}" lv-click=${() => this.destroy(id)}></button>
      </div>
      ${
        editing
          ? html`<form lv-submit=${({ form }: LiveEvent) => this.save(id, String(form.title))}>
              <input class="edit" name="title" value=${title} aria-label="Edit ${title}" lv-hook="focus" lv-blur=${({ value }: LiveEvent) => this.save(id, value)} lv-keydown=${this.cancel} lv-key="Escape" />
            </form>`
          : ''
      }
    </li>`
  }

  private footer() {
    const left = this.todos.filter(({ completed }) => !completed).length
    return html`<footer class="footer">
      <span class="todo-count"><strong>${left}</strong> ${left === 1 ? 'item' : 'items'} left</span>
      <ul class="filters">
        ${FILTERS.map(
          ({ name, hash, title }) =>
            html`<li><a href=${hash} class=${name === this.filter ? 'selected' : null} aria-current=${name === this.filter ? 'true' : null}>${title}</a></li>`,
        )}
      </ul>
      ${left === this.todos.length ? '' : html`<button class="clear-completed" lv-click=${this.clearCompleted}>Clear completed</button>`}
    </footer>`
  }

  private show(hash: string) {
    this.filter = FILTERS.find((filter) => filter.hash === hash)?.name ?? 'all'
  }

  private change(todos: Todo[]) {
    this.todos = todos
    this.push('store', todos)
  }
}

// They limit what one visitor can make the server keep.
const MOST = 500
const LONGEST = 500

const FILTERS = [
  { name: 'all', hash: '#/', title: 'All' },
  { name: 'active', hash: '#/active', title: 'Active' },
  { name: 'completed', hash: '#/completed', title: 'Completed' },
] as const

function isStored(todo: unknown): todo is Todo {
  const { title, completed } = (todo ?? {}) as { [field in keyof Todo]?: unknown }
  return (
    typeof title === 'string' &&
    title !== '' &&
    title.length <= LONGEST &&
    typeof completed === 'boolean'
  )
}
