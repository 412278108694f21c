'use client'
/** The file of one's progress, in Spanish. */
import { es } from '../../words/progress-file/es.ts'
import { ProgressFile } from './progress-file.tsx'

export const SpanishProgressFile = ({ slugs }: { slugs: readonly string[] }) => (
  <ProgressFile slugs={slugs} words={es} />
)
