/** Where a public name stands in the list of the reference, by the file that declares it. */
import type { GroupId } from './blocks.ts'
import type { PublicName } from './names.ts'

/** In the order of the list. */
export const GROUPS: readonly GroupId[] = [
  'guide',
  'component',
  'template',
  'events',
  'commands',
  'forms',
  'addresses',
  'driver',
  'layout',
  'topics',
  'stores',
  'serving',
  'testing',
  'wire',
]

/** Folders of the engine. */
const FOLDERS: Readonly<Record<string, GroupId>> = {
  bus: 'topics',
  component: 'component',
  form: 'forms',
  layout: 'layout',
  observe: 'serving',
  server: 'serving',
  session: 'serving',
  state: 'stores',
  template: 'template',
  testing: 'testing',
}

/** Files whose names belong elsewhere than their folder's. */
const FILES: Readonly<Record<string, GroupId>> = {
  'component/driver.ts': 'driver',
  'component/none.ts': 'driver',
  'component/outcome.ts': 'addresses',
  'component/schema.ts': 'events',
  'component/validated.ts': 'events',
  'layout/page.ts': 'addresses',
  'layout/policy.ts': 'addresses',
  'template/commands.ts': 'commands',
  'template/template-value.ts': 'events',
}

const NAMES: Readonly<Record<string, GroupId>> = {
  InputError: 'events',
  LiveDriver: 'driver',
  TemplateValue: 'template',
}

/** @throws Error for a file in a folder without a group. */
export function groupOf({ name, file }: Pick<PublicName, 'name' | 'file'>): GroupId {
  const group = NAMES[name] ?? FILES[file] ?? FOLDERS[file.split('/')[0]!]
  if (group) return group
  throw new Error(
    `Expected a group of the reference for ${name}, received the file ${file} of a folder without one. Add the folder to site/reference/groups.ts.`,
  )
}
