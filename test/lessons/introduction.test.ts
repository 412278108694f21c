/** B1: the first page of the course keeps the rules of prose, in both languages. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { told } from './fault.ts'
import { readLesson } from './lesson.ts'
import { linksLead } from './links.ts'
import { namesExist } from './names.ts'
import { sameStructure } from './structure.ts'
import { ownLanguage, plainlySaid, shortSentences } from './style.ts'

const ROOT = fileURLToPath(new URL('../../lessons', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'telar-introduction-'))
afterAll(() => rmSync(folder, { recursive: true }))

test.each([linksLead, namesExist, sameStructure, ownLanguage, plainlySaid, shortSentences])(
  'the introduction keeps the rule $name',
  { tags: ['B1'] },
  async (rule) => {
    const name = '00-introduction'
    mkdirSync(join(folder, name), { recursive: true })
    for (const end of ['mdx', 'es.mdx'])
      copyFileSync(join(ROOT, `introduction.${end}`), join(folder, name, `lesson.${end}`))
    const faults = await rule(readLesson(folder, name))
    expect(faults.map((one) => told('introduction', one))).toEqual([])
  },
)
