/** Which names a server answers to: DNS rebinding points a stranger's name at this machine. */
import { isIP } from 'node:net'

/**
 * Whether a Host header names this server. An address or `localhost` can't be pointed here by anybody else; any other
 * name must stand in `hosts`, where `*` stands for all. A client without the header is no browser.
 */
export function answersTo(header: string | undefined, hosts: readonly string[]): boolean {
  if (header === undefined) return true
  if (!URL.canParse(`http://${header}`)) return false
  if (hosts.includes('*')) return true
  const name = nameIn(header)
  if (name === undefined) return false
  return loopbackNames.test(name) || isIP(name) !== 0 || hosts.some((host) => nameIn(host) === name)
}

/** Names that browsers look up on this machine alone. */
export const loopbackNames = /^(?:.+\.)?localhost$/

// `[::1]:3000` and `Telar.Example.:443` are `::1` and `telar.example`.
function nameIn(host: string): string | undefined {
  const match = /^(?:\[([\da-f:.]+)\]|([^\s:/?#@\\[\]]+?)\.?)(?::\d{1,5})?$/i.exec(host)
  return (match?.[1] ?? match?.[2])?.toLowerCase()
}
