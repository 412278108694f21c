/** Runs questions that are executed, in a container of the page's own. */
import type { Container, Project } from '../../container/types.ts'
import { loadSettings, makeContainer } from '../settings.ts'

export interface Questions {
  /** What the program answered. Rejects with a sentence if it did not answer. */
  answer(ask: { project: Project; review: string; id: string }): Promise<string | number>
  close(): void
}

/** Nothing is booted before the first question. `onQueue` is told the place in the queue while all containers are in use. */
export function openQuestions(onQueue: (position: number | undefined) => void): Questions {
  let made: Promise<Container> | undefined
  let isClosed = false

  async function make(): Promise<Container> {
    const told = await loadSettings()
    // The code is this site's own, so it needs no consent; the reader's code never runs here.
    const container = await makeContainer(told.host === 'stackblitz' ? 'stackblitz' : 'self', told)
    container.subscribe(() => {
      const { phase } = container.getState()
      onQueue('position' in phase ? phase.position : undefined)
    })
    if (isClosed) void container.teardown()
    return container
  }

  return {
    async answer({ project, review, id }) {
      made ??= make()
      const container = await made.catch((cause) => {
        made = undefined
        throw cause
      })
      let said = 'The container did not answer. Try again.'
      for await (const step of container.check(project, review)) {
        if (step.message !== undefined) said = step.message
        if (step.id === id && step.value !== undefined) return step.value
      }
      throw new Error(said)
    },
    close() {
      isClosed = true
      void made?.then((container) => container.teardown()).catch(() => {})
    },
  }
}
