/** The container's one error class, and how any thrown value becomes a problem. */
import type { Owner, Problem } from './types.ts'

type ContainerErrorCode = 'host-late' | 'engine-late' | 'engine-not-loaded' | 'no-address'

export class ContainerError extends Error {
  readonly code: ContainerErrorCode
  readonly owner: Owner
  constructor(code: ContainerErrorCode, owner: Owner, message: string) {
    super(message)
    this.name = 'ContainerError'
    this.code = code
    this.owner = owner
  }
}

export function asProblem(thrown: unknown, owner: Owner): Problem {
  if (thrown instanceof ContainerError) {
    const { code, message } = thrown
    return { owner: thrown.owner, code, message, source: 'container' }
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return { owner, code: 'container-failed', message, source: 'container' }
}

export const noAddress = (port: number, ms: number) =>
  new ContainerError(
    'no-address',
    'host',
    `Expected an address for port ${port} within ${ms / 1000} seconds, received none. Stop, then run again.`,
  )
