/** The index of the reference, in Spanish. */
import { indexMetadata, ReferenceIndex } from '../../../../views/reference.tsx'

export const metadata = indexMetadata('es')

export default function IndexPage() {
  return <ReferenceIndex lang="es" />
}
