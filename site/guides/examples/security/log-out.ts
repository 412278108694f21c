import type { LiveServer } from 'telar/server'
import { logins, type User } from './notes.ts'

export async function logOut(server: LiveServer, sid: string, user: User) {
  logins.delete(sid)
  await server.endSessions({ key: user.name })
}
