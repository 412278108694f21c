import type { ReferenceData } from '../site/reference/names.ts'

export function referenceOf(): Promise<ReferenceData>
export function writeReference(): Promise<void>
