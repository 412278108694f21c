'use client'
/** The file of one's progress, in English. */
import { en } from '../../words/progress-file/en.ts'
import { ProgressFile } from './progress-file.tsx'

export const EnglishProgressFile = ({ slugs }: { slugs: readonly string[] }) => (
  <ProgressFile slugs={slugs} words={en} />
)
