/** What the site imports of links that hold code. */
export { encodeLink } from './link.ts'
