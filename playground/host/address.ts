/** Reads from a request's Host header what it is for: the host itself, a preview, or nothing here. */

type Addressee =
  | { kind: 'control' }
  | { kind: 'preview'; id: string; port: number }
  | { kind: 'stranger' }

export interface Addresses {
  /** Where browsers reach the host, as in `http://localhost:3001`. */
  origin: string
  read(hostHeader: string | undefined): Addressee
  /** The origin of one port of one container. */
  preview(id: string, port: number): string
}

/** Any other Host is a name that someone pointed at this machine (DNS rebinding), and is refused. */
export function createAddresses(
  publicOrigin: string,
  previewHost: string,
  listenPort: number,
): Addresses {
  const { protocol, host, port } = new URL(publicOrigin)
  const previewSuffix = port ? `${previewHost}:${port}` : previewHost
  const own = new Set([host, `127.0.0.1:${listenPort}`, `localhost:${listenPort}`])
  return {
    origin: publicOrigin,
    read(header) {
      const name = header?.toLowerCase() ?? ''
      if (own.has(name)) return { kind: 'control' }
      const match = /^([0-9a-f]{32})--(\d{1,5})\.(.+)$/.exec(name)
      if (!match || match[3] !== previewSuffix || Number(match[2]) > 65535)
        return { kind: 'stranger' }
      return { kind: 'preview', id: match[1]!, port: Number(match[2]) }
    },
    preview: (id, at) => `${protocol}//${id}--${at}.${previewSuffix}`,
  }
}
