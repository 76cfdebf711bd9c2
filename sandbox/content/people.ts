import type { Random } from '../kit/random.ts';

const firstNames = ['Fatima', 'Jeroen', 'Sanne', 'Özgür', 'Noor', 'Bram', 'Lieve', 'Mohammed', 'Anouk', 'Pieter-Jan', 'Zoë', 'Ruben', 'Hanneke', 'Wout', 'Aïcha', 'Joris', 'Femke', 'Tuur', 'Marijke', 'Élodie'];
const lastNames = ['de Vries', 'Janssens', 'van den Berg', 'Peeters', "van 't Hof", 'Maes', 'Yılmaz', 'Bakker', 'Claes', 'el Idrissi', 'Wouters', 'Smit', 'De Smet', 'Visser', 'Vandenbroucke', 'Meijer', 'Goossens', 'Łukasik', 'Dekker', 'Verhaeghe'];

export interface PersonName {
  readonly firstName: string;
  readonly lastName: string;
}

export function personName(random: Random): PersonName {
  return { firstName: random.pick(firstNames), lastName: random.pick(lastNames) };
}

/** An address under example.org, which no mail reaches, distinct by its number. */
export function emailOf(name: PersonName, number: number): string {
  const local = `${name.firstName}.${name.lastName}`.normalize('NFD').replaceAll(/[^A-Za-z.]/g, '').toLowerCase();
  return `${local}.${number}@example.org`;
}

/** A number of the range kept free for fiction. */
export function phoneNumber(random: Random, country: 'NL' | 'BE'): string {
  return country === 'NL' ? `+31 6 0000 ${random.digits(4)}` : `+32 470 00 ${random.digits(2)} ${random.digits(2)}`;
}
