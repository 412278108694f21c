/** An example in the playground, in Spanish. */
import { SpanishPlayground } from '../../../../../components/spanish-playground.tsx'
import {
  type ExampleParams,
  ExamplePlayground,
  playgroundMetadata,
  playgroundParams,
} from '../../../../../views/example-playground.tsx'

export const dynamicParams = false

export const generateStaticParams = playgroundParams

export const generateMetadata = (params: ExampleParams) => playgroundMetadata('es', params)

export default function ExamplePlaygroundPage(params: ExampleParams) {
  return <ExamplePlayground lang="es" params={params.params} playground={SpanishPlayground} />
}
