/** Knows which of the reader's files a container has, so that only changes are written. */
import { mountTree } from './engine-files.ts'
import type { Project } from './types.ts'
import type { BootedContainer } from './webcontainer.ts'

export class ProjectFiles {
  private readonly written = new Map<string, string>()

  /** Makes the container's files equal to those of `project`. */
  async write(machine: BootedContainer, project: Project): Promise<void> {
    const changed = Object.entries(project.files).filter(
      ([file, text]) => this.written.get(file) !== text,
    )
    const gone = [...this.written.keys()].filter((file) => !(file in project.files))
    for (const file of gone) this.written.delete(file)
    for (const [file, text] of changed) this.written.set(file, text)

    await Promise.all([
      // All files are sent in one message.
      changed.length > 0 && machine.mount(mountTree(Object.fromEntries(changed))),
      ...gone.map((file) => machine.fs.rm(file, { force: true })),
    ])
  }
}
