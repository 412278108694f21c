/** The scripts that are inserted into a preview's HTML when the page asks for them. */

/** `setPreviewScript`: the source is inline in the page, as the client library's import maps need. */
export function injectedScript(
  source: string,
  options: { type?: string; defer?: boolean; async?: boolean },
): string {
  const type = options.type === 'module' || options.type === 'importmap' ? options.type : null
  const attributes = [
    type ? ` type="${type}"` : '',
    options.defer ? ' defer' : '',
    options.async ? ' async' : '',
  ]
  return `<script${attributes.join('')}>${source.replace(/<\/(script)/gi, '<\\/$1')}</script>`
}

/** `forwardPreviewErrors`: reports are sent to the preview's own origin, where the proxy receives them. */
export function reportingScript(which: boolean | 'exceptions-only'): string {
  const withConsole = which !== 'exceptions-only'
  return `${reportingScript.mark}(${report})(${JSON.stringify(REPORT_PATH)},${withConsole})</script>`
}
reportingScript.mark = '<script data-container-host="report">'

export const REPORT_PATH = '/.container-host/report'

// Runs in the preview, from its source text: it must not use anything outside the function.
const report = `function(path,withConsole){
  var send=function(note){
    note.pathname=location.pathname;note.search=location.search;note.hash=location.hash;
    fetch(path,{method:'POST',body:JSON.stringify(note),keepalive:true}).catch(function(){})
  };
  addEventListener('error',function(event){
    if(event.error||event.message)send({type:'PREVIEW_UNCAUGHT_EXCEPTION',message:event.message,stack:event.error&&event.error.stack})
  });
  addEventListener('unhandledrejection',function(event){
    var reason=event.reason;
    send({type:'PREVIEW_UNHANDLED_REJECTION',message:String(reason&&reason.message||reason),stack:reason&&reason.stack})
  });
  if(!withConsole)return;
  var error=console.error;
  console.error=function(){
    error.apply(console,arguments);
    send({type:'PREVIEW_CONSOLE_ERROR',args:Array.prototype.map.call(arguments,String),stack:new Error().stack||''})
  }
}`
