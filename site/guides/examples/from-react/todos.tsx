import { type FormEvent, useState } from 'react'

interface Todo {
  id: string
  title: string
}

export function Todos() {
  const [todos, setTodos] = useState<Todo[]>([])

  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const title = String(new FormData(event.currentTarget).get('title'))
    setTodos((todos) => [...todos, { id: crypto.randomUUID(), title }])
    event.currentTarget.reset()
  }

  return (
    <main>
      <form onSubmit={add}>
        <input name="title" aria-label="What to do" />
        <button type="submit">Add</button>
      </form>
      <ul>
        {todos.map((todo) => (
          <li key={todo.id}>{todo.title}</li>
        ))}
      </ul>
    </main>
  )
}
