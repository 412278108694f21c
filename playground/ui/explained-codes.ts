/** Error codes with an entry in the reference, to which a problem with that code links. A test holds the list to the reference. */

export const EXPLAINED_CODES: ReadonlySet<string> = new Set(
  (
    'action-impossible address-elsewhere address-invalid address-loop check-malformed ' +
    'client-incomplete client-missing component-ambiguous component-default ' +
    'component-detached component-guard component-import component-impure ' +
    'component-not-found component-provide component-shared component-twice ' +
    'component-view cost-unknown drive-failed event-forged forbidden form-detached ' +
    'form-element form-handler form-name form-schema form-too-large frame-diverged ' +
    'frame-malformed frame-too-large frame-truncated frame-unknown guard-refused ' +
    'handler-failed handler-not-function handler-schema hello-expected identity-changed ' +
    'identity-late identity-refused identity-too-large input-refused key-invalid ' +
    'key-missing layout-file layout-name layout-region layout-source layout-unserved ' +
    'mailbox-full message-unsendable not-found not-settled package-missing page-failed ' +
    'page-moved pages-missing path-twice pattern-invalid port-refused port-taken ' +
    'query-ambiguous query-not-found queue-full read-not-found read-refused read-timeout ' +
    'redirect redirect-loop session-ended session-fenced session-gone session-id-invalid ' +
    'session-unreadable state-too-large state-unreadable state-unstorable store-closed ' +
    'store-unfit store-unwritable store-waits store-works take-over-failed template-key ' +
    'template-nesting template-place template-syntax template-value token-invalid ' +
    'topic-invalid topic-loop topic-refused ' +
    'check-exit check-late container-failed default-missing default-unusable engine-late ' +
    'engine-not-loaded entry-missing files-lost host-late import-json import-missing ' +
    'import-unexported import-unknown-package json load-exit load-late loop no-address ' +
    'paint-failed syntax syntax-decorator syntax-jsx syntax-unsupported thrown'
  ).split(' '),
)
