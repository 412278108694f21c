/** Home. */
import { Home, homeMetadata } from '../../views/home.tsx'

export const metadata = homeMetadata('en')

export default function HomePage() {
  return <Home lang="en" />
}
