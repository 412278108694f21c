/** Finds out by trying which kind of sandbox this machine can run. */
import type { Limits } from '../limits.ts'
import { bubblewrapMaker } from './bubblewrap.ts'
import { permissionModelMaker } from './permission-model.ts'
import type { Runtime } from './runtime.ts'
import type { SandboxMaker } from './sandbox.ts'

export interface Wanted {
  /** `weaker` skips bubblewrap, to try what a machine without it gets. */
  sandbox: 'best' | 'weaker'
  /** False leaves the limits to resource limits and the watchdog, as on a machine without cgroups. */
  cgroups: boolean
}

export async function chooseSandbox(
  runtime: Runtime,
  limits: Limits,
  wanted: Wanted,
): Promise<SandboxMaker> {
  if (wanted.sandbox === 'weaker')
    return await permissionModelMaker(runtime, 'The weaker sandbox was asked for.')
  try {
    return await bubblewrapMaker(runtime, limits, wanted.cgroups)
  } catch (error) {
    return await permissionModelMaker(runtime, reasonOf(error as NodeJS.ErrnoException))
  }
}

function reasonOf(error: NodeJS.ErrnoException & { stderr?: string }): string {
  if (error.code === 'ENOENT')
    return 'bubblewrap is not installed. On Debian: apt-get install bubblewrap, then start again.'
  const said = (error.stderr || error.message).trim().split('\n').at(-1)
  return `bubblewrap can't make a sandbox here: ${said}`
}
