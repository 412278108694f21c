/** Types of TypeDoc's JSON as TypeScript. */

/** `<Message>(topic: Topic<Message>): void` */
export function signatureText(signature, { returns = true, generic = true } = {}) {
  const parameters = (signature.parameters ?? []).map(parameterText).join(', ')
  const after = returns ? `: ${typeText(signature.type)}` : ''
  const before = generic ? typeParameters(signature.typeParameters) : ''
  return `${before}(${parameters})${after}`
}

export function typeParameters(all) {
  if (!all?.length) return ''
  const each = all.map(
    ({ name, type, default: standard }) =>
      name +
      (type ? ` extends ${typeText(type)}` : '') +
      (standard ? ` = ${typeText(standard)}` : ''),
  )
  return `<${each.join(', ')}>`
}

function parameterText({ name, type, flags, defaultValue }) {
  const optional = flags?.isOptional || defaultValue !== undefined ? '?' : ''
  const called = name === '__namedParameters' ? 'options' : name
  return `${flags?.isRest ? '...' : ''}${called}${flags?.isRest ? '' : optional}: ${typeText(type)}`
}

/** Any type, on one line. */
export function typeText(type) {
  switch (type?.type) {
    case undefined:
      return 'unknown'
    case 'intrinsic':
      return type.name
    case 'literal':
      return literalText(type.value)
    case 'reference':
      return type.name + argumentsText(type.typeArguments)
    case 'array':
      return `${grouped(type.elementType)}[]`
    case 'union':
      return type.types.map((one) => grouped(one, 'function')).join(' | ')
    case 'intersection':
      return type.types.map((one) => grouped(one, 'function', 'union')).join(' & ')
    case 'tuple':
      return `[${(type.elements ?? []).map(typeText).join(', ')}]`
    case 'namedTupleMember':
      return `${type.name}${type.isOptional ? '?' : ''}: ${typeText(type.element)}`
    case 'optional':
      return `${grouped(type.elementType)}?`
    case 'rest':
      return `...${typeText(type.elementType)}`
    case 'typeOperator':
      return `${type.operator} ${grouped(type.target)}`
    case 'indexedAccess':
      return `${grouped(type.objectType)}[${typeText(type.indexType)}]`
    case 'conditional':
      return `${grouped(type.checkType)} extends ${grouped(type.extendsType)} ? ${typeText(type.trueType)} : ${typeText(type.falseType)}`
    case 'inferred':
      return `infer ${type.name}${type.constraint ? ` extends ${typeText(type.constraint)}` : ''}`
    case 'mapped':
      return mappedText(type)
    case 'predicate':
      return `${type.asserts ? 'asserts ' : ''}${type.name}${type.targetType ? ` is ${typeText(type.targetType)}` : ''}`
    case 'query':
      return `typeof ${typeText(type.queryType)}`
    case 'templateLiteral':
      return `\`${type.head}${type.tail.map(([one, text]) => `\${${typeText(one)}}${text}`).join('')}\``
    case 'reflection':
      return objectText(type.declaration)
    default:
      return type.name ?? 'unknown'
  }
}

const literalText = (value) =>
  typeof value === 'string' ? `'${value.replace(/'/g, "\\'")}'` : String(value)

const argumentsText = (types) => (types?.length ? `<${types.map(typeText).join(', ')}>` : '')

// What binds looser than what it stands in goes into parentheses.
function grouped(type, ...only) {
  const kind = type?.type === 'reflection' && isFunction(type.declaration) ? 'function' : type?.type
  const loose = only.length > 0 ? only : LOOSE
  return loose.includes(kind) ? `(${typeText(type)})` : typeText(type)
}
const LOOSE = ['function', 'union', 'intersection', 'conditional', 'typeOperator', 'inferred']

const isFunction = ({ signatures, children }) => signatures?.length === 1 && !children?.length

function objectText(declaration) {
  const { signatures = [], children = [], indexSignatures = [] } = declaration
  if (isFunction(declaration)) {
    const [only] = signatures
    const made = only.kind === CONSTRUCTOR_SIGNATURE ? 'new ' : ''
    return `${made}${signatureText(only, { returns: false })} => ${typeText(only.type)}`
  }
  const members = [
    ...signatures.map((one) =>
      one.kind === CONSTRUCTOR_SIGNATURE ? `new ${signatureText(one)}` : signatureText(one),
    ),
    ...indexSignatures.map(
      ({ parameters: [key], type }) => `[${parameterText(key)}]: ${typeText(type)}`,
    ),
    ...children.map(memberText),
  ]
  return members.length > 0 ? `{ ${members.join('; ')} }` : '{}'
}

const CONSTRUCTOR_SIGNATURE = 16384

function memberText({ name, flags, signatures, type, getSignature }) {
  const key = /^[\w$]+$/.test(name) || name.startsWith('[') ? name : `'${name}'`
  const before = `${flags?.isReadonly ? 'readonly ' : ''}${key}${flags?.isOptional ? '?' : ''}`
  return signatures
    ? signatures.map((one) => before + signatureText(one)).join('; ')
    : `${before}: ${typeText(type ?? getSignature?.type)}`
}

const modifierText = (modifier, word) =>
  modifier === '+' ? word : modifier === '-' ? `-${word}` : ''

function mappedText({
  parameter,
  parameterType,
  templateType,
  nameType,
  readonlyModifier,
  optionalModifier,
}) {
  const readonly = modifierText(readonlyModifier, 'readonly')
  const as = nameType ? ` as ${typeText(nameType)}` : ''
  return `{ ${readonly ? `${readonly} ` : ''}[${parameter} in ${typeText(parameterType)}${as}]${modifierText(optionalModifier, '?')}: ${typeText(templateType)} }`
}
