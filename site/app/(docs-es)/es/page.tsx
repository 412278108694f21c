/** Home, in Spanish. */
import { Home, homeMetadata } from '../../../views/home.tsx'

export const metadata = homeMetadata('es')

export default function HomePage() {
  return <Home lang="es" />
}
