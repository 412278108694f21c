/** Reads the host's built scripts from the folder that the build wrote them to. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HostScripts } from './host.ts'

/** The folder holds `headless.js`, `agent.cjs` and `listen.cjs`. */
export async function readScripts(folder: string): Promise<HostScripts> {
  const [headless, agent, listen] = await Promise.all(
    ['headless.js', 'agent.cjs', 'listen.cjs'].map((name) => readFile(join(folder, name), 'utf8')),
  )
  return { headless: headless!, agent: agent!, listen: listen! }
}
