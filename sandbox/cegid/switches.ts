/** The readings that the Cegid document and the clients in the wild leave open; each default is the most documented one. */
export type CegidSwitches = {
  /** What the exports send: "only JSON" says the document, as a bare list or under `data`; length-prefixed ZIPs send sites in the wild. */
  exportFormat: 'json-array' | 'json-object' | 'zip';
  /** How an entry of those ZIPs is packed. */
  zipMethod: 'deflate' | 'store';
  /** Whether the entry `offerdetail` wraps the vacancy in `{"offerDetail": …}`, as every client in the wild reads it. */
  zipOffer: 'wrapped' | 'bare';
  /** `/api/system/v1/webhooks` (the calls) or `/api/v1/system/webhooks` (the section on availability). */
  webhookPath: 'system-v1' | 'v1-system';
  /** `/api/v1/referentials/…` or `/api/referentials/…` for lists and items. */
  referentialPath: 'v1' | 'plain';
  /** The same choice for translations, whose spelling differs within the document. */
  translationsPath: 'v1' | 'plain';
  /** `{id,label}` or `{code,clientCode,label}` wherever a value is coded. */
  codedValues: 'id-label' | 'code-client-label';
  /** What a vacancy's title is called. */
  titleField: 'title' | 'jobTitle';
  /** How several filters are joined: repeated parameters, `|` within one, or either. */
  filterJoin: 'both' | 'repeated' | 'pipe';
  /** What `vacancyStatus` is filtered by: the id of a status, its general name (`published`), or either. */
  statusFilter: 'both' | 'id' | 'name';
  /** `{"hookId": …}` (document) or the same under `data` (in the wild). */
  hookAnswer: 'plain' | 'wrapped';
  /** A referential as a bare list, or under `data`. */
  referentialAnswer: 'array' | 'wrapped';
  /** Which key of a translation holds its LCID. */
  translationKey: 'lcid' | 'languageId';
  /** Whether a sent event carries a Content-MD5 header; the signature covers the header's value, empty where it is absent. */
  contentMd5: 'sent' | 'absent';
  /** Whether the `+` and `=` of a sent signature stand raw in the query or percent-encoded. */
  signatureEncoding: 'raw' | 'percent';
  /** The life of a token in seconds, `expires_in`. */
  tokenSeconds: number;
};

export function cegidSwitches(): CegidSwitches {
  return {
    exportFormat: 'json-array',
    zipMethod: 'deflate',
    zipOffer: 'wrapped',
    webhookPath: 'system-v1',
    referentialPath: 'v1',
    translationsPath: 'v1',
    codedValues: 'id-label',
    titleField: 'title',
    filterJoin: 'both',
    statusFilter: 'both',
    hookAnswer: 'plain',
    referentialAnswer: 'array',
    translationKey: 'lcid',
    contentMd5: 'sent',
    signatureEncoding: 'raw',
    tokenSeconds: 1199,
  };
}
