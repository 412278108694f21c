/** The course. */
import { Learn, learnMetadata } from '../../../views/learn.tsx'

export const metadata = learnMetadata('en')

export default function LearnPage() {
  return <Learn lang="en" />
}
