/** One lesson in Spanish. */
import {
  Lesson,
  type LessonParams,
  lessonMetadata,
  lessonParams,
} from '../../../../../views/lesson.tsx'

export const dynamicParams = false

export const generateStaticParams = () => lessonParams('es')

export const generateMetadata = (props: LessonParams) => lessonMetadata('es', props)

export default function LessonPage(props: LessonParams) {
  return <Lesson lang="es" {...props} />
}
