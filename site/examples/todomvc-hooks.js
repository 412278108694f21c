/** The part of TodoMVC that needs a browser: its storage, its address, its focus. */
const KEY = 'todos-telar'

globalThis.telar = {
  hooks: {
    todos: {
      mounted(_section, { push, on }) {
        addEventListener('hashchange', () => push('route', location.hash))
        on('store', (todos) => localStorage.setItem(KEY, JSON.stringify(todos)))
        push('restore', { todos: stored(), hash: location.hash })
      },
    },
    focus: {
      mounted(field) {
        field.focus()
        field.setSelectionRange(field.value.length, field.value.length)
      },
    },
  },
}

function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEY))
  } catch {
    return null
  }
}
