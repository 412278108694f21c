/** The whole course on one page, in Spanish. */
import { All, allMetadata } from '../../../../../views/all.tsx'

export const metadata = allMetadata('es')

export default function AllPage() {
  return <All lang="es" />
}
