/** Weighs the scripts of a page of the site beside those that Next gives to an empty page of the same build. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

export interface ScriptWeight {
  /** Bytes, gzipped. */
  empty: number
  page: number
}

/** `read` gives what is at an address of the site. */
export async function weighScripts(
  html: string,
  read: (address: string) => Promise<Buffer>,
): Promise<ScriptWeight> {
  const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)]
    // Only browsers that are too old for this site load that one.
    .filter(([tag]) => !/\snomodule/i.test(tag))
    .map(([, address]) => address!.replaceAll('&amp;', '&'))
  // Those that the page asks for after its first paint.
  const [, later = '[]'] = /for\(const src of (\[[^\]]+\])\)/.exec(html) ?? []
  scripts.push(...(JSON.parse(later) as string[]))
  const { rootMainFiles } = JSON.parse(readFileSync('site/.next/build-manifest.json', 'utf8')) as {
    rootMainFiles: string[]
  }
  let empty = 0
  let page = 0
  for (const address of new Set(scripts)) {
    const body = await read(address)
    const size = gzipSync(body).length
    page += size
    // Next's own: what starts every page, and the router of whatever stands in a layout.
    const isRoot = rootMainFiles.some((file) => address.includes(file))
    if (isRoot || body.includes('useRouterBFCache')) empty += size
  }
  return { empty, page }
}
