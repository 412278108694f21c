/** The source of one example, in Spanish. */
import {
  type ExampleParams,
  ExampleSource,
  exampleParams,
  sourceMetadata,
} from '../../../../../../views/examples.tsx'

export const dynamicParams = false

export const generateStaticParams = exampleParams

export const generateMetadata = (params: ExampleParams) => sourceMetadata('es', params)

export default function SourcePage(params: ExampleParams) {
  return <ExampleSource lang="es" params={params.params} />
}
