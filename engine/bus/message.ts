/** Makes a message independent of its sender, so that every receiver gets its own data. */
import { DevalueError, parse, stringify } from 'devalue'
import { BusError } from './bus.ts'

/** Returns a new copy of the message at each call. */
export type Copies = () => unknown

/**
 * Takes the message as it is now. Later changes by its sender reach no receiver.
 *
 * @throws BusError `message-unsendable` naming the place in the message.
 */
export function copiesOf(message: unknown, topic: string): Copies {
  if (isUnchangeable(message)) return () => message
  const text = writeMessage(message, topic)
  return () => readMessage(text)
}

/** The message as text, for `readMessage`. @throws the same errors as `copiesOf`. */
export function writeMessage(message: unknown, topic: string): string {
  try {
    return stringify(message)
  } catch (cause) {
    const place = cause instanceof DevalueError ? `message${cause.path ?? ''}` : 'message'
    const found = cause instanceof Error ? cause.message : String(cause)
    throw new BusError(
      'message-unsendable',
      `Expected data that can be sent to ${topic}, received in ${place}: ${found}. Send plain data, as in a component's state.`,
      { cause },
    )
  }
}

export const readMessage = (text: string): unknown => parse(text)

function isUnchangeable(message: unknown): boolean {
  return message === null || !['object', 'function', 'symbol'].includes(typeof message)
}
