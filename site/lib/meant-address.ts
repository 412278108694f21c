/** Finds what was meant by an address whose `#` a program has encoded: the hash reached the server as part of the path. */

/** The address, or undefined for one that says what it means. */
export function addressMeant(url: string): string | undefined {
  const [, path, hash] = /^(\/\w[\w/-]*?)\/?%(?:25)*23(.+)$/i.exec(url) ?? []
  return path === undefined ? undefined : `${path}#${hash}`
}
