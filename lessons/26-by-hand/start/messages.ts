/** Up: what the visitor did. It names a place that the server has shown, and nothing of the server’s code. */
export interface Message {
  type: string
  component?: number
  event?: string
  slot?: number
  seq?: number
  frame?: number
  data?: object
}

/** Down: what has changed. */
export interface Update {
  type: 'update'
  component: number
  frame: number
  acknowledged?: number
  operations: Operation[]
}

export type Operation =
  | { type: 'setText'; target: string; value: string }
  | { type: 'signal'; kind: 'gap'; value: { expected: number } }
  | { type: 'signal'; kind: 'error'; value: { code: string; message: string } }
