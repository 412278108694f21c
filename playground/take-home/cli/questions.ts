/** Asks in a terminal for what was not said on the command line. */
import type { Readable, Writable } from 'node:stream'
import { confirm, isCancel, select, text } from '@clack/prompts'
import { TEMPLATE_NAMES, TEMPLATES, type TemplateName } from '../templates.ts'
import { type Asked, AskedError, checkFolderName } from './arguments.ts'
import { checkFolder } from './write.ts'

export interface Terminal {
  readonly input: Readable
  readonly output: Writable
}

/** What is to be done, whole. */
export type Answers = Required<Omit<Asked, 'help'>>

/** Undefined if the answer was Ctrl+C or Escape. */
export async function askFor(asked: Asked, terminal: Terminal): Promise<Answers | undefined> {
  const folder =
    asked.folder ??
    (await text({
      message: 'In which folder?',
      placeholder: DEFAULT,
      defaultValue: DEFAULT,
      validate: (value) => problemOf(value || DEFAULT),
      ...terminal,
    }))
  if (isCancel(folder)) return undefined
  const template =
    asked.template ??
    (await select<TemplateName>({
      message: 'What does it begin with?',
      options: TEMPLATE_NAMES.map((value) => ({
        value,
        label: TEMPLATES[value].title,
        hint: TEMPLATES[value].about.en,
      })),
      ...terminal,
    }))
  if (isCancel(template)) return undefined
  const install =
    asked.install ?? (await confirm({ message: 'Install its packages now?', ...terminal }))
  if (isCancel(install)) return undefined
  return { folder, template, install }
}

const DEFAULT = 'my-app'

function problemOf(folder: string): string | undefined {
  try {
    checkFolderName(folder)
    checkFolder(folder)
    return undefined
  } catch (error) {
    if (error instanceof AskedError) return error.message
    throw error
  }
}
