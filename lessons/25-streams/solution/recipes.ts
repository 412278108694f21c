/** The recipe book. It knows the dishes of the card; a dish that is new today it has to look up first. */
const ALLERGENS: Record<string, string> = {
  'Lentil soup': 'celery',
  'Grilled trout': 'fish',
  'Mushroom rice': 'milk',
  'Pear tart': 'gluten, egg',
}

const lookedUp = new Set<string>()

/** What somebody may be allergic to. @throws Error for a dish that it is asked about for the first time. */
export function allergensOf(dish: string): string {
  const known = ALLERGENS[dish]
  if (known) return known
  if (lookedUp.has(dish)) return 'ask the cook'
  lookedUp.add(dish)
  throw new Error(`No recipe for ${dish} yet. Ask again in a moment.`)
}
