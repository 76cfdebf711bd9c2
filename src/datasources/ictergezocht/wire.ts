import { array, object, objects, optionalText, optionalUrl, ShapeError, text } from '../../http/parse.ts';

/** An item of the lists of company types and user functions: `{id: int, name: string}`. */
export interface ListItem {
  readonly id: string;
  readonly name: string | null;
}

/** `items` of a page. An item without a whole number as its id costs that item. @throws ShapeError where there is no list */
export function parseItems(body: unknown): readonly ListItem[] {
  const listed = array(object(body, '')['items'], 'items');
  const items = objects(listed).flatMap((entry): ListItem[] => {
    const id = optionalText(entry['id']);
    return id !== null && /^\d{1,18}$/.test(id) ? [{ id, name: optionalText(entry['name']) }] : [];
  });
  if (listed.length > 0 && items.length === 0) throw new ShapeError('items[0].id', 'a whole number');
  return items;
}

/** The answer to a vacancy that was posted or changed (ICTerGezocht document, Toevoegen). @throws ShapeError where it names no vacancy */
export function parsePosted(body: unknown): { readonly vacancyId: string; readonly vacancyUrl: string | null } {
  const answer = object(body, '');
  const vacancyId = text(answer['vacancyId'], 'vacancyId');
  if (!/^\d{1,18}$/.test(vacancyId)) throw new ShapeError('vacancyId', 'a whole number');
  return { vacancyId, vacancyUrl: optionalUrl(answer['vacancyUrl']) };
}
