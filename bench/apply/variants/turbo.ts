/** Turbo: stream messages into its own renderer, without the frame of animation that it waits for. */
import { renderStreamMessage } from '@hotwired/turbo'
import { viewMarkup } from '../../fixture/markup.ts'
import { turboMessage, turboRefresh } from '../../fixture/turbo-streams.ts'
import { bench, type Variant } from '../variant.ts'

interface BeforeRender extends CustomEvent {
  detail: { render(stream: Element): Promise<void> }
}

export function createTurbo(name: string): Variant {
  // Turbo renders at the next frame of animation; the bench has it render at once, or it would measure the wait.
  document.addEventListener('turbo:before-stream-render', (event) => {
    event.preventDefault()
    void (event as BeforeRender).detail.render(event.target as Element)
  })
  return {
    name,
    setup(first) {
      bench().innerHTML = viewMarkup(first)
    },
    frame({ before, after, takeOver }) {
      const message = takeOver ? turboRefresh(after) : turboMessage(before, after)
      return () => renderStreamMessage(message)
    },
  }
}
