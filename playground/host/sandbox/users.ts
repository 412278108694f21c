/** Gives each container its own user if the host is root; otherwise there is only our own. */

export interface Users {
  take(): { identity: { uid?: number; gid?: number }; giveBack(): void }
}

// Between the ranges that systemd assigns (homed up to 60705, dynamic users from 61184).
const FIRST = 60_706
const LAST = 61_183

export function createUsers(isRoot = process.getuid?.() === 0): Users {
  if (!isRoot) return { take: () => ({ identity: {}, giveBack() {} }) }
  const lent = new Set<number>()
  // Two hosts on one machine start at different numbers, so that their containers rarely share a user.
  let next = FIRST + (process.pid % (LAST - FIRST))
  return {
    take() {
      for (let tries = FIRST; tries <= LAST; tries++) {
        const uid = next
        next = next === LAST ? FIRST : next + 1
        if (lent.has(uid)) continue
        lent.add(uid)
        return { identity: { uid, gid: uid }, giveBack: () => lent.delete(uid) }
      }
      throw new Error(
        `Expected a free user for a container, received none: all ${LAST - FIRST + 1} are in use. End a container first.`,
      )
    },
  }
}
