/** Recovers an address whose `#` was encoded by a program: the hash reached the server as part of the path. */

/** The recovered address; undefined if nothing was encoded. */
export function addressMeant(url: string): string | undefined {
  const [, path, hash] = /^(\/\w[\w/-]*?)\/?%(?:25)*23(.+)$/i.exec(url) ?? []
  return path === undefined ? undefined : `${path}#${hash}`
}
