/** What the workspace says in Spanish. */
import type { Step } from '../../../container/types.ts'
import { secondsIn } from '../seconds.ts'
import type { EndReason, Words } from '../words.ts'
import { takeHome } from './take-home.ts'

// Spanish groups four digits only where another number beside them needs it.
const number = new Intl.NumberFormat('es', { useGrouping: true })
const list = new Intl.ListFormat('es')
const seconds = secondsIn('es')
const steps: Record<Step, string> = {
  page: 'Abrir la página del host',
  host: 'Conseguir un contenedor',
  files: 'Copiar los archivos',
  engine: 'Cargar el motor',
  server: 'Arrancar tu servidor',
}
const ends: Record<EndReason, string> = {
  memory: 'El contenedor se quedó sin memoria',
  idle: 'El contenedor se detuvo: no pasó nada durante un rato',
  loop: 'Un handler no terminó',
  cpu: 'El contenedor agotó su tiempo de procesador',
  disk: 'El contenedor se quedó sin disco',
  processes: 'El contenedor inició demasiados procesos',
  output: 'El contenedor imprimió demasiado',
  lifetime: 'El contenedor llegó al final de su tiempo',
  asleep: 'El contenedor se durmió para dejar sitio a otro visitante',
  away: 'Se perdió la conexión con el servidor',
  exit: 'El servidor terminó',
}

// The reasons are stored with the versions, in English.
function whyOf(why: string): string {
  const [, deleted] = /^you deleted (.+)$/.exec(why) ?? []
  if (deleted) return `borraras ${deleted}`
  const [, changed] = /^another tab changed (.+)$/.exec(why) ?? []
  if (changed) return `otra pestaña cambiara ${changed}`
  return WHYS[why] ?? why
}

const WHYS: Readonly<Record<string, string>> = {
  'you reset the files': 'restablecieras los archivos',
  'you took your own code': 'empezaras con tu código',
  'you took the solution': 'vieras la solución',
  'you brought an earlier version back': 'recuperaras una versión anterior',
  'you put the lines in order': 'ordenaras las líneas',
}

export const words: Words = {
  lang: 'es',
  close: 'Cerrar',
  cancel: 'Cancelar',
  tools: {
    run: 'Ejecutar',
    runNow: 'Ejecutar este código ahora',
    start: 'Arrancar un servidor con este código',
    stop: 'Detener',
    check: 'Comprobar',
    checkNow: 'Comprobar este código',
    solve: 'Ver solución',
    reset: 'Restablecer',
    share: 'Compartir',
    wasReset: 'Los archivos están como al principio. Los tuyos están en Historial.',
    solved: 'Esta es una respuesta correcta. La tuya está en Historial.',
    bringBack: 'Recuperar los míos',
  },
  panes: {
    list: 'Paneles',
    code: 'Código',
    preview: 'Vista previa',
    console: 'Consola',
    problems: (count) => (count === 1 ? 'problema' : 'problemas'),
    betweenEditorAndPreview: 'Entre el editor y la vista previa',
    betweenPreviewAndConsole: 'Entre la vista previa y la consola',
    waiting: 'Preparando el espacio de trabajo…',
  },
  history: {
    name: 'Historial',
    empty:
      'Todavía no hay nada. Antes de restablecer, ver la solución o borrar, tus archivos se guardan aquí.',
    when: (at) => new Date(at).toLocaleString('es', { dateStyle: 'medium', timeStyle: 'short' }),
    before: (why) => `antes de que ${whyOf(why)}`,
  },
  notices: {
    dismiss: 'Descartar',
    stateKept: (except) => `El código nuevo conserva el estado, excepto ${except}.`,
    saved: 'Guardado en este navegador. También se guarda mientras escribes.',
    notSaved: 'No se guardó: este navegador no guarda nada de esta página.',
    offline:
      'Estás sin conexión. Lo que escribes se guarda en este navegador y se ejecutará cuando vuelva la red.',
  },
  earlier: {
    offer: (lesson) => `Esta lección sigue con el código de «${lesson}». El que ves es el nuestro.`,
    clash: (lesson, files) =>
      `Esta lección sigue con el código de «${lesson}». El que ves es el nuestro: la lección cambia en ${list.format(files)} líneas que en tu código están escritas de otra manera. Si quieres seguir con el tuyo, cópialo a mano en estos archivos.`,
    take: 'Empezar con mi código',
    taken: (lesson) => `Este es tu código de «${lesson}». Con Restablecer vuelve el nuestro.`,
  },
  files: {
    list: 'Archivos',
    add: 'Archivo nuevo',
    more: (name) => `Más acciones para ${name}`,
    rename: (name) => `Cambiar el nombre de ${name}`,
    remove: (name) => `Borrar ${name}`,
    left: 'Mover a la izquierda',
    right: 'Mover a la derecha',
    addVerb: 'Añadir',
    renameVerb: 'Cambiar nombre',
    name: 'Nombre del archivo',
    endings: 'Un archivo .ts contiene código; uno .css da estilo al componente.',
    refused: {
      empty: 'Falta el nombre del archivo. Escribe uno como row.ts o row.css.',
      folder: (name) => `El nombre no puede llevar carpeta y «${name}» la lleva. Quítala.`,
      dot: (name) =>
        `El nombre debe empezar por una letra o una cifra y «${name}» empieza por un punto. Quítalo.`,
      letters: (name) =>
        `En el nombre solo valen letras sin tilde, cifras, puntos, - y _. Elige otro en lugar de «${name}».`,
      long: (limit, length) =>
        `El nombre puede tener ${limit} caracteres como máximo y tiene ${length}. Elige uno más corto.`,
      ending: (some, last, name) =>
        `El nombre debe terminar en ${some} o ${last}. Añade el final a «${name}».`,
      reserved: (name) => `El contenedor ya usa ${name}. Elige otro nombre.`,
      same: (name) => `${name} ya existe. Elige otro nombre o abre ese archivo.`,
      alike: (name, other) =>
        `Algunos sistemas no distinguen ${name} de ${other}. Elige otro nombre.`,
      many: (limit) => `Puede haber ${limit} archivos como máximo. Borra uno antes.`,
    },
  },
  editor: {
    name: 'Editor',
    failed:
      'El editor no se cargó: falló la red o lo bloquea un programa. Puedes escribir y ejecutar sin él. Recarga la página para intentarlo otra vez.',
    tabLeaves: 'Tab sale del editor',
    tabIndents: 'Tab sangra',
    format: 'Dar formato',
    notKept: 'Sin guardar',
    kept: 'Guardado en este navegador',
    keeping: 'Guardando…',
  },
  console: {
    problems: 'Problemas',
    none: 'Sin problemas.',
    nothing: 'Todavía no se imprimió nada.',
    how: '`console.log` en un handler escribe aquí.',
    dropped: (gone, left) =>
      `Se descartaron ${number.format(gone)} líneas antiguas: la consola conserva las últimas ${number.format(left)}.`,
    clear: 'Vaciar',
    run: (run) => `Ejecución ${run}`,
    clock: (at) => new Date(at).toLocaleTimeString('es'),
    frames: (count) => `${count === 1 ? '1 llamada' : `${count} llamadas`} del motor y de Node`,
    owners: { app: 'Tu código', engine: 'El motor', network: 'La red', host: 'El host' },
    explain: (code) => `Causa y remedio de ${code}`,
    errors: '/es/reference/errors',
  },
  check: {
    results: 'Resultados de la comprobación',
    close: 'Cerrar la comprobación',
    states: { passed: 'Superado', failed: 'Todavía no', skipped: 'Sin comprobar' },
    running: 'Comprobando en el motor real…',
    unfinished: 'La comprobación llega hasta el final',
    all: 'Todos los pasos se cumplen.',
    some: (passed, of) =>
      passed === 1 ? `Se cumple 1 de ${of} pasos.` : `Se cumplen ${passed} de ${of} pasos.`,
    took: seconds,
    old: 'Para tu código de antes del último cambio:',
    again: 'Comprobar otra vez',
    showMe: 'Muéstramelo',
    stopShowing: 'Parar',
    runToSee: 'Ejecuta tu código para verlo en la vista previa.',
    linesInstead: 'Ordenar las líneas',
    compare: 'Comparar con otra respuesta correcta',
    comparing: 'Comprobando la otra respuesta…',
    cost: { yours: 'La tuya', other: 'La otra', bytes: 'Bytes del servidor' },
    bytes: (count) => `${number.format(count)} ${count === 1 ? 'byte' : 'bytes'}`,
    whatCounts:
      'Las dos pasaron la misma comprobación. Se cuentan todos los bytes que recibieron sus visitantes.',
    otherFails: 'No se pudo medir la otra respuesta. Comprueba otra vez.',
    otherAnswer: 'La otra respuesta',
    why: 'Por qué funciona y qué probar después',
  },
  solve: {
    name: 'Una respuesta correcta',
    about: 'Las líneas con + entran y las que llevan − salen. Nada cambia hasta que la aceptes.',
    same: 'Tus archivos ya son iguales a esta respuesta.',
    take: 'Aceptarla',
    keep: 'Quedarme con la mía',
    file: (name, added, removed) => `${name}: entran ${added}, salen ${removed}`,
    added: 'Entra:',
    removed: 'Sale:',
    unchanged: (lines) => (lines === 1 ? '1 línea igual' : `${lines} líneas iguales`),
  },
  lines: {
    name: 'Ordena las líneas',
    about:
      'Con estas líneas el código del principio se convierte en una respuesta correcta. Algunas son de un error: déjalas debajo de la barra.',
    list: 'Líneas',
    below: 'Debajo de esta barra: no hacen falta',
    line: (at, of) => `Línea ${at} de ${of}`,
    leftOut: () => 'No hace falta',
    up: (text) => `Subir: ${text}`,
    down: (text) => `Bajar: ${text}`,
    grip: 'Arrastra, o pulsa la barra espaciadora y usa las flechas',
    handle: 'línea que se puede mover',
    check: 'Comprobar el orden',
    right: (count) =>
      count === 0
        ? 'La primera línea todavía no es la correcta.'
        : count === 1
          ? 'La primera línea está bien. Mira la segunda.'
          : `Las primeras ${count} líneas están bien. Mira la siguiente.`,
    rightButMore: 'El orden es correcto, pero al final sobra una línea.',
    allRight: 'Ese es el orden correcto.',
    take: 'Llevarlas al editor',
    taken: 'Las líneas están en el editor. Tus archivos de antes están en Historial.',
    picked: (at) => `Has cogido la línea ${at}.`,
    moved: (at, of) => `Ahora está en el lugar ${at} de ${of}.`,
    dropped: (at, of) => `Queda en el lugar ${at} de ${of}.`,
    cancelled: (at) => `Vuelve al lugar ${at}.`,
  },
  preview: {
    name: 'Vista previa',
    frame: (number) => (number === 1 ? 'Vista previa' : `Vista previa ${number}`),
    reload: 'Recargar la vista previa',
    second: 'Segundo visitante',
    visitor: (number) => `Visitante ${number}`,
    ownWindow: 'Abrir en otra ventana',
    wire: {
      connecting: 'Conectando…',
      disconnected: 'Se perdió la conexión. Reintentando…',
      stale: 'Ese clic llegó tarde: la página ya había cambiado. Inténtalo otra vez.',
    },
    old: {
      failed: 'Anterior: tu código nuevo no arranca',
      ended: 'Anterior: el contenedor terminó',
      stopped: 'Anterior: detenido',
      asleep: 'Dormido',
    },
    took: {
      start: (ms) => `Arrancó en ${seconds(ms)}`,
      swap: (ms) => `Código nuevo en ${seconds(ms)}`,
    },
  },
  placeholder: {
    nothingCanRun: 'No se puede ejecutar nada',
    tryAgain: 'Reintentar',
    notStarted: 'No arrancó',
    yourFault:
      'Problemas explica por qué y el editor marca el lugar. El código arranca en cuanto pueda ejecutarse.',
    otherFault: 'Tu código está a salvo. Ejecútalo otra vez cuando desaparezca la causa.',
    fromLink: 'Este código llegó por un enlace',
    fromLinkHow:
      'Es tu propia copia: léela y cámbiala como quieras. Solo se ejecuta cuando tú lo dices, encerrada en un contenedor que no llega ni a este sitio ni a tus archivos.',
    nothingYet: 'Todavía no se ejecuta nada',
    nothingYetHow:
      'Ejecutar arranca un servidor Node para ti con este código. Su página aparece aquí y, a partir de entonces, cada cambio entra en el servidor en marcha.',
    keys: 'ejecuta desde el editor.',
    stopped: 'El servidor está detenido',
    loop: 'Problemas dice cuál y en qué línea.',
    away: 'Esta página busca el servidor por sí sola y arranca tu código otra vez en cuanto responda. Tu código y tu progreso están guardados en este navegador; lo que habían guardado tus handlers se perdió.',
    tryNow: 'Probar ahora',
    startAgain: 'Arrancar otra vez',
    waitsForTurn: 'Esperando su turno',
    sleeps: 'El contenedor duerme',
    sleepsWhy:
      'Alguien necesitaba el sitio y aquí no pasaba nada desde hacía un rato. Se conserva todo lo que contiene.',
    wake: 'Despertarlo',
    ends,
    steps,
    waitsForContainer: 'Esperando un contenedor',
    starting: 'Arrancando',
    step: (at, of, name) => `Paso ${at} de ${of}: ${name}.`,
    took: seconds,
    inLine: (position, booting) =>
      `Todos los contenedores están ocupados y estás en la posición ${position} de la cola. Tu código ${booting ? 'arranca' : 'continúa'} solo cuando llegue tu turno. Si tienes otra pestaña con un contenedor, al cerrarla queda libre.`,
    where: 'Dónde se ejecuta',
    hosts: { self: 'En este servidor', stackblitz: 'En tu navegador, con StackBlitz' },
    refused: 'Este código no se ejecuta aquí',
    consent: '¿Ejecutar aquí tu propio código?',
    cannotShut: 'Este servidor no puede aislar los contenedores.',
    refusedWhy:
      'El código que llega por un enlace lo necesita, así que se queda como texto. Abre el enlace en un servidor con aislamiento completo, o léelo aquí.',
    consentWhy:
      'El código se ejecuta solo con los límites de Node. Acepta únicamente si el código es tuyo.',
    notHeld: 'Lo que no se limita:',
    agree: 'Es mi código, ejecútalo',
  },
  wire: {
    name: 'El cable',
    messages: 'Mensajes en el cable:',
    list: 'Mensajes en el cable, el más reciente al final',
    server: 'servidor',
    page: 'página',
    empty: 'El cable. Por aquí pasa lo que se dicen la página y el servidor.',
    earlier: (count) => (count === 1 ? '1 anterior' : `${count} anteriores`),
    up: ', de la página al servidor',
    down: ', del servidor a la página',
    sent: 'enviado',
    received: 'recibido',
    saySent: (word, size) => `Enviado: ${word}, ${size}`,
    sayReceived: (word, size) =>
      `Recibido: ${word.replaceAll('×', 'por').replaceAll('+', 'y')}, ${size}`,
  },
  frame: {
    up: 'De la página al servidor: ',
    down: 'Del servidor a la página: ',
    applied: (time) => `, aplicado en ${time}`,
    answers: (word, size, time) => `Responde al ${word} de ${size} después de ${time}.`,
    says: 'Qué dice',
    does: 'Qué hace',
    bytes: 'Sus bytes',
    hex: 'El mensaje en hexadecimal',
    moreBytes: (count) => `… y ${count} bytes más`,
    more: (count) => `… y ${count} más`,
    before: 'Mensaje anterior',
    after: 'Mensaje siguiente',
    repaint: 'pinta la página entera; lo que ya está se conserva',
    number: (number) => `frame ${number}`,
    acknowledges: (number) => `responde a los eventos hasta el número ${number}`,
    unread: (why) => `No se puede leer: ${why}`,
  },
  share: {
    name: 'Compartir',
    about:
      'El enlace mismo lleva tus archivos; no se guarda nada en otro sitio. Quien lo abre recibe una copia, que se ejecuta cuando esa persona lo decide.',
    link: 'Enlace',
    copy: 'Copiar',
    copied: {
      copying: 'Copiando…',
      copied: 'El enlace está copiado. Pégalo donde quieras.',
      refused:
        'El navegador no permitió que esta página copiara. El enlace está seleccionado: cópialo desde el campo.',
    },
    long: (length, limit) =>
      `El enlace tiene ${number.format(length)} caracteres y algunos programas de chat cortan los enlaces a partir de unos ${number.format(limit)}. Ábrelo una vez donde lo pegues para ver si llegó entero.`,
  },
  takeHome,
  playground: {
    example: (title) => `El ejemplo ${title}: cámbialo como quieras. Se guarda en este navegador.`,
    copy: 'Es la copia de un enlace. Tu propio playground sigue intacto:',
    back: 'volver a él',
    bad: 'Este enlace no se abre',
    own: 'Abrir tu propio playground',
    path: '/es/playground',
  },
}
