/** The review in Spanish. */
import { ReviewPage, reviewMetadata } from '../../../../../views/review.tsx'

export const metadata = reviewMetadata('es')

export default function Page() {
  return <ReviewPage lang="es" />
}
