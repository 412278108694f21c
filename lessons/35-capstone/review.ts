import { byLabel, byRole, check, step, type Tab } from 'telar/testing'

async function add(tab: Tab, dish: string) {
  await tab.fill(byLabel('Dish'), dish)
  await tab.click(byRole('button', { name: 'Add' }))
}

export default check([
  step(
    'bytes-of-a-move',
    'A card moves from New to Cooking. How many bytes come down to another visitor’s page, if the card keeps its key?',
    async ({ visit }) => {
      const tab = await visit()
      const other = await tab.another()
      await add(tab, 'Rye bread')
      await tab.click(byRole('button', { name: /^Move .*Rye bread$/ }))
      return other.bytes
    },
  ),
  step(
    'note-of-another',
    'Somebody types “hot” into the note of a card and does nothing else. How many letters do other visitors see in the note of that card?',
    async ({ visit }) => {
      const tab = await visit()
      const other = await tab.another()
      await add(tab, 'Saffron rice')
      await tab.fill(byLabel('Note for Saffron rice'), 'hot')
      return other.value(byLabel('Note for Saffron rice')).length
    },
  ),
])
