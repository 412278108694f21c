import type { Parts } from './project-parts.ts'

export function readParts(): Promise<Parts>
