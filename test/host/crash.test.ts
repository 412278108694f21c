/** A host that is killed leaves nothing running, whichever kind of sandbox it had. */
import { describe, expect, test } from 'vitest'
import { readProcessTable, useOfTree } from '../../playground/host/sandbox/process-table.ts'
import { startHostProcess, UNTRIED, USERS } from './support/host-process.ts'
import { bootPage } from './support/page.ts'
import { PATIENT } from './support/patient.ts'

for (const { name, reason } of UNTRIED)
  test.skip(`a killed host as ${name}: not run: ${reason}`, () => {})

for (const user of USERS)
  describe(`a host killed, running as ${user.name}`, () => {
    test.each(['best', 'weaker'] as const)('with the %s sandbox', async (sandbox) => {
      const host = await startHostProcess(user, { wanted: { sandbox } })
      const page = await bootPage(host)
      // One that yields, one that never does.
      const calm = await page.node('-e', 'console.log("on"); setInterval(() => {}, 1000)')
      const busy = await page.node('-e', 'console.log("on"); for (;;) {}')
      await Promise.all([calm.says('on'), busy.says('on')])
      const { pids } = useOfTree(await readProcessTable(), host.pid)
      expect(pids.length).toBeGreaterThan(3)

      process.kill(host.pid, 'SIGKILL')
      await expect
        .poll(async () => {
          const rows = await readProcessTable()
          return rows.filter(({ pid }) => pids.includes(pid)).map(({ pid }) => pid)
        }, PATIENT)
        .toEqual([])
      page.close()
      await host.close()
    })
  })
