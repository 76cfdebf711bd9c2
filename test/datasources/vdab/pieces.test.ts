import { describe, expect, it } from 'vitest';
import { CountReading } from '../../../src/datasources/vdab/count-reading.ts';
import { queryString } from '../../../src/datasources/vdab/query.ts';

describe('a query', () => {
  it('has everything percent-encoded that could mean something else', () => {
    expect(queryString({ van: ['2026-05-01T02:00:00+02:00'], 'a&b': ['x=1 & y/ü#?'] }, 'repeat')).toBe('?van=2026-05-01T02%3A00%3A00%2B02%3A00&a%26b=x%3D1%20%26%20y%2F%C3%BC%23%3F');
  });

  it('repeats a parameter or joins its values', () => {
    expect(queryString({ a: ['1', '2'], b: ['3'] }, 'repeat')).toBe('?a=1&a=2&b=3');
    expect(queryString({ a: ['1', '2'], b: ['3'] }, 'comma')).toBe('?a=1%2C2&b=3');
  });

  it('is nothing without values', () => {
    expect(queryString({}, 'comma')).toBe('');
    expect(queryString({ velden: [] }, 'repeat')).toBe('');
  });
});

describe('aantal', () => {
  const page = { offset: 0, limit: 50 };

  it('above the rows is the total, and is from then on', () => {
    const reading = new CountReading();
    expect(reading.page({ ...page, stated: 50, rows: 50 })).toEqual({ total: null, more: true });
    expect(reading.page({ ...page, stated: 120, rows: 50 })).toEqual({ total: 120, more: true });
    expect(reading.page({ ...page, stated: 50, rows: 50 })).toEqual({ total: 50, more: false });
    expect(reading.page({ offset: 100, limit: 50, stated: 120, rows: 20 })).toEqual({ total: 120, more: false });
  });

  it('below what was passed over is the page’s, and is from then on', () => {
    const reading = new CountReading();
    expect(reading.page({ offset: 50, limit: 50, stated: 50, rows: 50 })).toEqual({ total: null, more: true });
    expect(reading.page({ ...page, stated: 50, rows: 50 })).toEqual({ total: null, more: true });
  });

  it('does not matter where a short page ends the list', () => {
    expect(new CountReading().page({ ...page, stated: 7, rows: 7 })).toEqual({ total: 7, more: false });
    expect(new CountReading().page({ ...page, stated: null, rows: 0 })).toEqual({ total: 0, more: false });
    expect(new CountReading().page({ offset: 50, limit: 50, stated: 3, rows: 3 })).toEqual({ total: 53, more: false });
  });

  it('is unknown behind the end of a list whose length nobody told', () => {
    expect(new CountReading().page({ offset: 500, limit: 50, stated: 0, rows: 0 })).toEqual({ total: null, more: false });
    expect(new CountReading().page({ offset: 500, limit: 50, stated: null, rows: 0 })).toEqual({ total: null, more: false });
  });

  it('never asks for a page behind an empty one', () => {
    expect(new CountReading().page({ ...page, stated: 9000, rows: 0 }).more).toBe(false);
  });
});
