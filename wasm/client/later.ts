/** The client's second file: what a page needs only after a while, fetched once it stands. */
import { decodeFrame } from './decode.ts'
import { createDriver, type Driver, type Reply } from './drive.ts'
import { createFaults, type FaultActions, type ServerFault } from './faults.ts'
import { createInputs, type Inputs } from './input.ts'
import { remember } from './place.ts'
import { createRepaint } from './repaint.ts'
import { createStatus } from './status.ts'
import type { Watcher } from './watcher.ts'
import type { Writer } from './write.ts'

export interface LaterOptions extends FaultActions {
  /** May a driver run scripts in this page? */
  scripts: boolean
  /** Whether input of a field is on its way to the server. */
  waits(field: Element): boolean
  reply(id: number, data: Reply): void
  /** The reader's code asked for something that can't be done. */
  problem(message: string): void
}

export interface Later {
  inputs: Inputs
  driver: Driver
  status: Watcher
  decodeFrame: typeof decodeFrame
  remember: typeof remember
  refused(fault: ServerFault): void
  repaint(root: Node, direct: Writer): Writer
}

export function createLater(options: LaterOptions): Later {
  const inputs = createInputs(options.waits)
  return {
    inputs,
    driver: createDriver(inputs, options),
    status: createStatus(),
    decodeFrame,
    remember,
    refused: createFaults(options),
    repaint: (root, direct) => createRepaint(root, direct, inputs),
  }
}
