/** The list of guides, in Spanish. */
import { Guides, guidesMetadata } from '../../../../views/guides.tsx'

export const metadata = guidesMetadata('es')

export default function GuidesPage() {
  return <Guides lang="es" />
}
