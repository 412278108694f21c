'use client'
/** The search in Spanish. */
import { es } from '../words/search/es.ts'
import { SearchDialog } from './search-dialog.tsx'

export default function SpanishSearch({ onClose }: { onClose: () => void }) {
  return <SearchDialog lang="es" words={es} onClose={onClose} />
}
