/** Reads CHANGELOG.md: its versions, and one line for each change. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { marked } from 'marked'
import { findRoot } from './root.ts'

export interface Release {
  /** `Unreleased` or the number of a version. */
  version: string
  changes: Change[]
}

interface Change {
  text: string
  html: string
}

export const changelogText = (): string => readFileSync(join(findRoot(), 'CHANGELOG.md'), 'utf8')

export function readReleases(text: string = changelogText()): Release[] {
  const [, ...parts] = text.split(/^## /m)
  return parts.map((part) => {
    const [version = '', ...lines] = part.split('\n')
    return {
      version: version.trim(),
      changes: lines
        .filter((line) => line.startsWith('- '))
        .map((line) => line.slice(2).trim())
        .map((text) => ({ text: plain(text), html: marked.parseInline(text, { async: false }) })),
    }
  })
}

const plain = (text: string) => text.replace(/`/g, '').replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
