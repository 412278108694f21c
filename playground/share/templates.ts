/** The projects that a link may be based on. Links refer to them for ever, so never change one: add a new one. */
import type { Project } from '../container/types.ts'

const counter = `import { html, LiveComponent } from 'telar'

const step = 1

export default class Counter extends LiveComponent {
  count = 0

  add() {
    this.count += step
  }

  clear() {
    this.count = 0
  }

  getTemplate() {
    return html\`
      <main class="counter">
        <h1>Counter</h1>
        <output>\${this.count}</output>
        <button lv-click=\${this.add}>Add \${step}</button>
        <button lv-click=\${this.clear} class="quiet">Clear</button>
      </main>
    \`
  }
}
`

const style = `.counter {
  max-width: 18rem;
  margin: 3rem auto;
  padding: 2rem;
  display: grid;
  gap: 0.75rem;
  text-align: center;
  font-family: system-ui, sans-serif;
  color: #2b2622;
  background: #fffdf8;
  border: 1px solid #ddd2c2;
  border-radius: 0.5rem;
}

.counter h1 {
  margin: 0;
  font-size: 1rem;
  font-weight: 600;
}

.counter output {
  font-size: 4rem;
  line-height: 1.1;
  font-variant-numeric: tabular-nums;
}

.counter button {
  padding: 0.6rem 1rem;
  font: inherit;
  color: #fffdf8;
  background: #9a2f2b;
  border: 0;
  border-radius: 0.35rem;
  cursor: pointer;
}

.counter .quiet {
  color: inherit;
  background: none;
}
`

// It follows the reader's light or dark theme, in the site's own colours.
const themedStyle = `:root {
  color-scheme: light dark;
  --paper: light-dark(#f8f7f3, #191816);
  --card: light-dark(#ffffff, #23211e);
  --ink: light-dark(#1d1b18, #ede9e0);
  --line: light-dark(#d5d1c6, #3b3833);
  --accent: light-dark(#2c4390, #a3b5f2);
  --accent-ink: light-dark(#ffffff, #131a3c);
}

body {
  margin: 0;
  background: var(--paper);
}

.counter {
  max-width: 18rem;
  margin: 1.5rem auto;
  padding: 1.5rem;
  display: grid;
  gap: 0.75rem;
  text-align: center;
  font-family: system-ui, sans-serif;
  color: var(--ink);
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 0.5rem;
}

.counter h1 {
  margin: 0;
  font-size: 1rem;
  font-weight: 600;
}

.counter output {
  font-size: 3.5rem;
  line-height: 1.1;
  font-variant-numeric: tabular-nums;
}

.counter button {
  padding: 0.6rem 1rem;
  font: inherit;
  color: var(--accent-ink);
  background: var(--accent);
  border: 0;
  border-radius: 0.35rem;
  cursor: pointer;
}

.counter .quiet {
  color: inherit;
  background: none;
}
`

/** By the name used in links. */
export const TEMPLATES: Readonly<Record<string, Project>> = {
  'counter-1': {
    entry: 'counter.ts',
    files: { 'counter.ts': counter, 'counter.css': style },
  },
  'counter-2': {
    entry: 'counter.ts',
    files: { 'counter.ts': counter, 'counter.css': themedStyle },
  },
}

/** The template of a new playground. */
export const NEWEST_TEMPLATE = 'counter-2'
