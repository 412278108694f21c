import { byRole, check, step } from 'telar/testing'

export const tests = check([
  step('rings-for-all', 'After a minute another visitor hears it ring', async ({ visit }) => {
    const tab = await visit()
    const other = await tab.another()
    await tab.click(byRole('button', { name: 'One minute' }))
    await tab.clock.advance(60_000)
    if (!other.text().includes('ready')) throw new Error(`The other page says: ${other.text()}`)
  }),
])
