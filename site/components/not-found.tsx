'use client'
/** Says what was not found: a lesson by its name, or a page. */
import { useSyncExternalStore } from 'react'

export function NotFoundMessage() {
  const path = useSyncExternalStore(
    never,
    () => location.pathname,
    () => undefined,
  )
  const lesson = path && /^\/learn\/([^/]+)\/?$/.exec(path)?.[1]
  return (
    <>
      <h1>{lesson ? 'There is no such lesson' : 'There is no page at this address'}</h1>
      <p>
        {lesson ? (
          <>
            No lesson is named <code>{readable(lesson)}</code>. These are the lessons there are:
          </>
        ) : (
          <>
            Check the address, go <a href="/">home</a>, open the{' '}
            <a href="/playground">playground</a>, or take one of the lessons:
          </>
        )}
      </p>
    </>
  )
}

const never = () => () => {}

// Decoding throws if an address contains a broken escape.
function readable(name: string): string {
  try {
    return decodeURIComponent(name).slice(0, 80)
  } catch {
    return name.slice(0, 80)
  }
}
