/** The door of what every server of ours holds requests to; no part of the package's public face. */
export { takesGzip } from './encoding.ts'
export { GuardedServer } from './guarded-server.ts'
export { loopbackNames } from './hosts.ts'
export { listen } from './listen.ts'
export { readSigned, sign } from './signed.ts'
