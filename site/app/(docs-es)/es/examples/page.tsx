/** The list of examples, in Spanish. */
import { Examples, examplesMetadata } from '../../../../views/examples.tsx'

export const metadata = examplesMetadata('es')

export default function ExamplesPage() {
  return <Examples lang="es" />
}
