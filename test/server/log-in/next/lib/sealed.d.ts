/** What the server beside Next uses of `sealed.js`, which is JavaScript so that Next does not write a tsconfig of its own. */
import type { SessionOptions } from 'iron-session'

export const sealed: SessionOptions
