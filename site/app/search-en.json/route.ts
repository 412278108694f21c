/** The index of the search in English, written when the site is built. */
import { searchEntries } from '../../lib/search-entries.ts'
import { writeIndex } from '../../lib/search-index.ts'

export const dynamic = 'force-static'

export const GET = () =>
  new Response(writeIndex(searchEntries('en')), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  })
