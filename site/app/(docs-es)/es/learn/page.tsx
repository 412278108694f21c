/** The course in Spanish. */
import { Learn, learnMetadata } from '../../../../views/learn.tsx'

export const metadata = learnMetadata('es')

export default function LearnPage() {
  return <Learn lang="es" />
}
