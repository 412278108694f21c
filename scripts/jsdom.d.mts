/** The types of jsdom.mjs, for tests. */
import type { Plugin } from 'esbuild'

export const packedJsdom: Plugin
