/** An item of `/company/type` or `/company/user/function`. */
export interface ListItem {
  readonly id: number;
  readonly name: string;
}

const typeNames = ['Directe werkgever', 'Detacheringsbureau', 'Werving & selectie', 'Uitzendbureau', 'Overheid', 'Onderwijs', 'Stichting', 'Start-up', 'Zelfstandige (zzp)'];
const areas = ['Recruitment', 'HR', 'ICT', 'Inkoop', 'Financiën', 'Marketing', 'Operations', 'Verkoop', 'Data', 'Security', 'Onderzoek & ontwikkeling'];
const ranks = ['Medewerker', 'Adviseur', 'Senior adviseur', 'Teamleider', 'Manager', 'Directeur'];

/** The kinds of company; ids have gaps, as those of a list that was edited. */
export const companyTypes: readonly ListItem[] = typeNames.map((name, index) => ({ id: index < 4 ? index + 1 : index + 3, name }));

/** The functions of a contact person: more than one page of them. */
export const userFunctions: readonly ListItem[] = areas.flatMap((area, row) => ranks.map((rank, column) => ({ id: 1 + row * 10 + column, name: `${rank} ${area}` })));
