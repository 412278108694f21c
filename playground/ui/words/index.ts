/** What the site's words take from those of the playground. */

export { secondsIn } from './seconds.ts'
