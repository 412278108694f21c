/** What this is, in the words that every page and its description use. */

export const TAGLINE = 'LiveView for TypeScript'

/** One sentence: what it is, what that means, and for whom. */
export const ABOUT =
  'Telar is LiveView for TypeScript: you write a web page as one class, its state and its code stay on your Node server, and a small script in the browser sends what the visitor does and shows what changed; for TypeScript developers who want live pages without building an API and a client app.'
