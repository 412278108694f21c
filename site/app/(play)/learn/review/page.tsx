/** The review. */
import { ReviewPage, reviewMetadata } from '../../../../views/review.tsx'

export const metadata = reviewMetadata('en')

export default function Page() {
  return <ReviewPage lang="en" />
}
