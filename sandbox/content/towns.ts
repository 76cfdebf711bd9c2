/** A Dutch town: its province by name, the four digits its postcodes begin with, and where it lies (WGS 84). */
export interface DutchTown {
  readonly name: string;
  readonly province: string;
  readonly postcodeDigits: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** A Flemish town: its postcode, its NUTS 3 region of 2021, and where it lies (WGS 84). */
export interface FlemishTown {
  readonly name: string;
  readonly postcode: string;
  readonly nuts3: string;
  readonly latitude: number;
  readonly longitude: number;
}

function dutch(line: string): DutchTown {
  const [name = '', province = '', postcodeDigits = '', latitude, longitude] = line.split('|');
  return { name, province, postcodeDigits, latitude: Number(latitude), longitude: Number(longitude) };
}

function flemish(line: string): FlemishTown {
  const [name = '', postcode = '', nuts3 = '', latitude, longitude] = line.split('|');
  return { name, postcode, nuts3, latitude: Number(latitude), longitude: Number(longitude) };
}

export const dutchTowns: readonly DutchTown[] = [
  'Groningen|Groningen|9712|53.219|6.567',
  'Leeuwarden|Friesland|8911|53.201|5.799',
  'Assen|Drenthe|9401|52.996|6.563',
  'Emmen|Drenthe|7811|52.779|6.901',
  'Zwolle|Overijssel|8011|52.512|6.094',
  'Enschede|Overijssel|7511|52.221|6.896',
  'Arnhem|Gelderland|6811|51.985|5.899',
  'Apeldoorn|Gelderland|7311|52.211|5.970',
  'Nijmegen|Gelderland|6511|51.843|5.853',
  'Lelystad|Flevoland|8232|52.518|5.471',
  'Almere|Flevoland|1315|52.371|5.222',
  'Utrecht|Utrecht|3511|52.091|5.122',
  'Amersfoort|Utrecht|3811|52.156|5.388',
  'Bilthoven|Utrecht|3721|52.129|5.199',
  'Amsterdam|Noord-Holland|1012|52.373|4.893',
  'Haarlem|Noord-Holland|2011|52.381|4.637',
  'Schiphol|Noord-Holland|1118|52.309|4.764',
  'Den Haag|Zuid-Holland|2511|52.079|4.314',
  'Rotterdam|Zuid-Holland|3011|51.921|4.481',
  'Delft|Zuid-Holland|2611|52.012|4.359',
  'Leiden|Zuid-Holland|2311|52.160|4.494',
  'Middelburg|Zeeland|4331|51.499|3.614',
  "'s-Hertogenbosch|Noord-Brabant|5211|51.690|5.304",
  'Eindhoven|Noord-Brabant|5611|51.438|5.479',
  'Breda|Noord-Brabant|4811|51.589|4.776',
  'Maastricht|Limburg|6211|50.851|5.691',
  'Venlo|Limburg|5911|51.370|6.172',
].map(dutch);

export const flemishTowns: readonly FlemishTown[] = [
  'ANTWERPEN|2000|BE211|51.219|4.402',
  'BERCHEM|2600|BE211|51.197|4.433',
  'MECHELEN|2800|BE212|51.028|4.480',
  'LIER|2500|BE212|51.131|4.570',
  'TURNHOUT|2300|BE213|51.322|4.944',
  'GEEL|2440|BE213|51.162|4.991',
  'TONGEREN|3700|BE223|50.781|5.464',
  'HASSELT|3500|BE224|50.930|5.338',
  'GENK|3600|BE224|50.965|5.501',
  'MAASEIK|3680|BE225|51.096|5.784',
  'AALST|9300|BE231|50.938|4.039',
  'NINOVE|9400|BE231|50.835|4.025',
  'DENDERMONDE|9200|BE232|51.028|4.101',
  'EEKLO|9900|BE233|51.185|3.566',
  'GENT|9000|BE234|51.054|3.725',
  'DEINZE|9800|BE234|50.983|3.531',
  'OUDENAARDE|9700|BE235|50.844|3.604',
  'SINT-NIKLAAS|9100|BE236|51.165|4.143',
  'ZAVENTEM|1930|BE241|50.883|4.473',
  'LIEDEKERKE|1770|BE241|50.869|4.087',
  'HALLE|1500|BE241|50.734|4.237',
  'LEUVEN|3000|BE242|50.879|4.701',
  'AARSCHOT|3200|BE242|50.985|4.832',
  'BRUGGE|8000|BE251|51.209|3.225',
  'DIKSMUIDE|8600|BE252|51.033|2.865',
  'IEPER|8900|BE253|50.852|2.885',
  'KORTRIJK|8500|BE254|50.828|3.265',
  'OOSTENDE|8400|BE255|51.230|2.920',
  'ROESELARE|8800|BE256|50.946|3.123',
  'TIELT|8700|BE257|50.999|3.327',
  'VEURNE|8630|BE258|51.072|2.662',
  'BRUSSEL|1000|BE100|50.847|4.352',
].map(flemish);
