'use client'
/** The search in English. */
import { en } from '../words/search/en.ts'
import { SearchDialog } from './search-dialog.tsx'

export default function EnglishSearch({ onClose }: { onClose: () => void }) {
  return <SearchDialog lang="en" words={en} onClose={onClose} />
}
