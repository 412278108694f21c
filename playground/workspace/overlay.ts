/** PURE: files of a template with what was written over them. */
import type { Project } from '../container/types.ts'
import type { FileRecord } from './records.ts'

/** The files with records applied to them; a record `as template` follows the current template. */
export function overlay(
  files: Readonly<Record<string, string>>,
  records: readonly FileRecord[],
  template: Project,
): Readonly<Record<string, string>> {
  const laid = { ...files }
  for (const { name, text, template: asTemplate } of records) {
    const now = asTemplate ? (template.files[name] ?? text) : text
    if (now === null) delete laid[name]
    else laid[name] = now
  }
  return laid
}
