/** What our servers share for handling requests; not a public part of the package. */
export { takesGzip } from './encoding.ts'
export { GuardedServer } from './guarded-server.ts'
export { loopbackNames } from './hosts.ts'
export { listen } from './listen.ts'
export { readSigned, sign } from './signed.ts'
