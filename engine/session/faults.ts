/** What a tab may hear of a fault: a visitor gets no words of the program's errors. */
import type { Fault } from '../component/fault.ts'

export function publicFault(fault: Fault, debug: boolean): { [field: string]: string } {
  const { code, owner, message, component, handler } = fault
  if (debug)
    return { code, owner, message, ...(component && { component }), ...(handler && { handler }) }
  return {
    code,
    owner,
    message: 'Something went wrong on the server; your last step was taken back.',
  }
}
