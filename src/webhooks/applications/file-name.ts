/** Longest name that is offered, characters. */
const maxLength = 120;
/** Extensions of names that say none, by content type. */
const endings: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'application/msword': '.doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.oasis.opendocument.text': '.odt',
  'application/rtf': '.rtf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
};
/** Names that Windows gives to devices, whatever ends them. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A name to save a CV under: of the sender's its last part, without what means something to a path, a header or the eye. */
export function savedName(sent: string | null, contentType: string, id: number): string {
  const last = (sent ?? '').toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    // Control and format characters: they end headers, or turn the direction of writing so that an ending looks like another.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/["<>:|?*%]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[.\s]+|[.\s]+$/g, '');
  const name = plain === '' ? `cv-${id}${endings[contentType] ?? ''}` : plain;
  const safe = device.test(name) ? `_${name}` : name;
  const [, ending = ''] = /(\.[A-Za-z0-9]{1,8})$/.exec(safe) ?? [];
  const letters = Array.from(safe);
  return letters.length <= maxLength ? safe : letters.slice(0, maxLength - ending.length).join('') + ending;
}

/** `Content-Disposition` of a download (RFC 6266, 4; RFC 8187, 3.2): the name in ASCII for old clients, and whole. */
export function attachment(name: string): string {
  const ascii = name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[^\u0020-\u007e]|["\\]/gu, '_');
  const whole = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`;
}
