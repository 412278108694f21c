'use client'
/** The pages that this browser has kept, as links. */
import { useEffect, useState } from 'react'

interface KeptPagesProps {
  /** By path: pages of this language. */
  titles: Readonly<Record<string, string>>
  none: string
}

export function KeptPages({ titles, none }: KeptPagesProps) {
  const [paths, setPaths] = useState<string[]>([])
  useEffect(() => {
    let gone = false
    keptPaths().then((found) => !gone && setPaths(found))
    return () => {
      gone = true
    }
  }, [])
  const known = paths.filter((path) => path in titles)
  if (known.length === 0) return <p>{none}</p>
  return (
    <ul>
      {known.map((path) => (
        <li key={path}>
          <a href={path}>{titles[path]}</a>
        </li>
      ))}
    </ul>
  )
}

async function keptPaths(): Promise<string[]> {
  try {
    const cache = await caches.open('telar-pages')
    return (await cache.keys()).map(({ url }) => new URL(url).pathname)
  } catch {
    return []
  }
}
