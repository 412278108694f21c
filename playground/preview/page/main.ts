/** Runs in a preview before the page's own client: does what the page around it asks, and tells it what happens. */
import type { Ask, FromPreview, Told, ToPreview } from '../messages.ts'
import { press, type } from './hands.ts'
import { marks } from './marks.ts'
import { findSaying } from './names.ts'
import { outlines } from './outline.ts'
import { recorder } from './recorder.ts'
import { slowNetwork } from './slow-socket.ts'
import { watch } from './watch.ts'

// A visitor in a window of their own is in nobody's lesson.
if (parent !== window) begin()

function begin() {
  const post = (message: FromPreview) => parent.postMessage(message, '*')
  const tell = (told: Told) => post({ source: 'telar-preview', told })
  const network = slowNetwork(window)
  const drawn = outlines()
  const changes = recorder(drawn.isOwn)
  const marking = marks(drawn, (marks) => tell({ type: 'marked', marks }))
  const watching = watch({ tell, begin: () => changes.start() })

  function obey(ask: Ask): unknown {
    switch (ask.do) {
      case 'press':
        return press(ask.name)
      case 'type':
        return type(ask.text, ask.into)
      case 'look':
        return look(ask.at)
      case 'cut':
        return network.cut(ask.ms)
      case 'read':
        return document.querySelector(ask.selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
      case 'list':
        return marking.list()
      case 'record':
        return changes.start()
      case 'recorded':
        return changes.read()
      default:
        return ask satisfies never
    }
  }

  function look(at: string) {
    const element = findSaying(at)
    if (!element) throw new Error(`Nothing here says “${at}”.`)
    element.scrollIntoView({ block: 'center' })
    drawn.flash(element, LOOK_MS)
  }

  addEventListener('message', ({ source, data }) => {
    const message = data as ToPreview | undefined
    if (source !== parent || message?.source !== 'telar-page') return
    if ('settings' in message) {
      const { latency, watched, marks } = message.settings
      network.setLatency(latency)
      watching.set(watched)
      marking.set(marks)
      return
    }
    const { id, ask } = message
    try {
      post({ source: 'telar-preview', id, value: obey(ask) })
    } catch (cause) {
      const refused = cause instanceof Error ? cause.message : String(cause)
      post({ source: 'telar-preview', id, refused })
    }
  })
  tell({ type: 'here' })
}

const LOOK_MS = 2000
