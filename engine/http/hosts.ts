/** Which host names a server answers to: DNS rebinding points a foreign name at this machine. */
import { isIP } from 'node:net'

/**
 * Whether a Host header names this server. Nobody else can point an address or `localhost` here; any other
 * name must be in `hosts`, where `*` allows all. A client that sends no Host is not a browser.
 */
export function answersTo(header: string | undefined, hosts: readonly string[]): boolean {
  if (header === undefined) return true
  if (!URL.canParse(`http://${header}`)) return false
  if (hosts.includes('*')) return true
  const name = nameIn(header)
  if (name === undefined) return false
  return loopbackNames.test(name) || isIP(name) !== 0 || hosts.some((host) => nameIn(host) === name)
}

/** Names that browsers always resolve to this machine. */
export const loopbackNames = /^(?:.+\.)?localhost$/

// `[::1]:3000` and `Telar.Example.:443` are `::1` and `telar.example`.
function nameIn(host: string): string | undefined {
  const match = /^(?:\[([\da-f:.]+)\]|([^\s:/?#@\\[\]]+?)\.?)(?::\d{1,5})?$/i.exec(host)
  return (match?.[1] ?? match?.[2])?.toLowerCase()
}
