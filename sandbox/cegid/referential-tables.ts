/** A referential before it has codes: `rows` are `suffix|Dutch|French|English|suffix of the parent`, the last three optional. */
export interface ReferentialTable {
  readonly name: string;
  /** What the ids of its items begin with. */
  readonly prefix: string;
  readonly rows: readonly string[];
}

/** The referentials of the sandbox's site. Only `countries` is named in the Cegid document; the vendor's list is longer. */
export const referentialTables: readonly ReferentialTable[] = [
  {
    name: 'countries',
    prefix: '_TS_CO_Country_',
    rows: ['Pays_Bas|Nederland|Pays-Bas|Netherlands', 'Belgique|België|Belgique|Belgium', 'Allemagne|Duitsland|Allemagne|Germany', 'France|Frankrijk|France|France', 'Luxembourg|Luxemburg|Luxembourg|Luxembourg', 'Royaume_Uni|Verenigd Koninkrijk|Royaume-Uni|United Kingdom', 'Turquie|Turkije||Türkiye', 'Curacao|Curaçao'],
  },
  {
    name: 'languages',
    prefix: '_TS_CO_Language_',
    rows: ['Neerlandais|Nederlands|Néerlandais|Dutch', 'Francais|Frans|Français|French', 'Anglais|Engels|Anglais|English', 'Allemand|Duits|Allemand|German', 'Turc|Turks||Turkish', 'Frison|Fries'],
  },
  {
    name: 'languageLevels',
    prefix: '_TS_CO_LanguageLevel_',
    rows: ['Notions|Basis|Notions|Basic', 'Courant|Vloeiend|Courant|Fluent', 'Bilingue|Moedertaal|Langue maternelle|Native'],
  },
  {
    name: 'contractTypes',
    prefix: '_TS_CO_ContractType_',
    rows: ['CDI|Onbepaalde duur|CDI|Permanent', 'CDD|Bepaalde duur|CDD|Fixed term', 'Interim|Uitzendwerk|Intérim|Agency work', 'Stage|Stage|Stage|Internship', 'Freelance|Zelfstandige|Indépendant|Freelance', 'Etudiant|Studentenjob|Job étudiant', 'Statutaire|Statutair|Statutaire'],
  },
  {
    name: 'educationLevels',
    prefix: '_TS_CO_EducationLevel_',
    rows: ['Secondaire|Secundair onderwijs|Enseignement secondaire|Secondary', 'MBO|MBO||Vocational', 'Graduat|Associate degree / graduaat|Graduat|Associate degree', 'Bachelier|HBO / bachelor|Bachelier|Bachelor', 'Master|WO / master|Master|Master', 'Doctorat|Doctoraat|Doctorat|Doctorate'],
  },
  {
    name: 'experienceLevels',
    prefix: '_TS_CO_ExperienceLevel_',
    rows: ['Debutant|Geen ervaring|Débutant|Beginner', 'Moins_2ans|Minder dan 2 jaar|Moins de 2 ans|Less than 2 years', '2_5ans|2 tot 5 jaar|2 à 5 ans|2 to 5 years', 'Plus_5ans|Meer dan 5 jaar|Plus de 5 ans|More than 5 years'],
  },
  {
    name: 'professionalCategories',
    prefix: '_TS_CSP_',
    rows: ['ouvrier|Arbeider|Ouvrier|Worker', 'employe|Bediende|Employé|Employee', 'cadre|Kaderlid|Cadre|Executive', 'direction|Directie|Direction'],
  },
  {
    name: 'primaryProfiles',
    prefix: '_TS_metier_',
    rows: ['famille_ict|ICT|Informatique|IT', 'famille_zorg|Zorg|Santé|Health care', 'famille_techniek|Techniek|Technique|Engineering', 'famille_bestuur|Bestuur en beleid|Administration|Public administration', 'famille_handel|Handel|Commerce|Sales', 'famille_logistiek|Logistiek|Logistique|Logistics', 'famille_onderwijs|Onderwijs|Enseignement|Education', 'famille_financieel|Financieel|Finances|Finance', 'profil_dev|Softwareontwikkeling|Développement|Software development|famille_ict', 'profil_data|Data en analyse||Data|famille_ict', 'profil_infra|Systeem- en netwerkbeheer|Systèmes et réseaux||famille_ict', 'profil_verpleging|Verpleging|Soins infirmiers|Nursing|famille_zorg', 'profil_onderhoud|Onderhoud|Maintenance|Maintenance|famille_techniek', 'profil_beleid|Beleid|Politique publique||famille_bestuur', 'profil_rh|Personeelszaken|Ressources humaines|Human resources|famille_bestuur', 'profil_verkoop|Verkoop|Vente|Sales|famille_handel', 'profil_transport|Transport|Transport|Transport|famille_logistiek', 'profil_leraar|Leraar|Professeur|Teacher|famille_onderwijs', 'profil_boekhouding|Boekhouding|Comptabilité|Accounting|famille_financieel'],
  },
  {
    name: 'regions',
    prefix: '_TS_CO_Region_',
    rows: ['Flandre|Vlaams Gewest|Région flamande|Flemish Region', 'Anvers|Antwerpen|Anvers|Antwerp|Flandre', 'Limbourg_BE|Limburg (BE)|Limbourg|Limburg|Flandre', 'Flandre_Orientale|Oost-Vlaanderen|Flandre-Orientale|East Flanders|Flandre', 'Brabant_Flamand|Vlaams-Brabant|Brabant flamand|Flemish Brabant|Flandre', 'Flandre_Occidentale|West-Vlaanderen|Flandre-Occidentale|West Flanders|Flandre', 'Bruxelles|Brussels Hoofdstedelijk Gewest|Bruxelles-Capitale|Brussels', 'Groningen|Groningen', 'Friesland|Friesland|Frise', 'Drenthe|Drenthe', 'Overijssel|Overijssel', 'Gelderland|Gelderland|Gueldre', 'Flevoland|Flevoland', 'Utrecht|Utrecht', 'Noord_Holland|Noord-Holland|Hollande-Septentrionale|North Holland', 'Zuid_Holland|Zuid-Holland|Hollande-Méridionale|South Holland', 'Zeeland|Zeeland|Zélande', 'Noord_Brabant|Noord-Brabant|Brabant-Septentrional|North Brabant', 'Limburg_NL|Limburg (NL)|Limbourg'],
  },
  {
    name: 'vacancyStatuses',
    prefix: '_TS_CO_OfferStatus_',
    rows: ['Valide|Goedgekeurd|Validée|Validated', 'EnAttentePublication|Wacht op publicatie|En attente de publication|Awaiting publication', 'Diffuse|Gepubliceerd|Diffusée|Published', 'Suspendue|Opgeschort|Suspendue|Suspended', 'Finalise|Afgerond|Finalisée|Finalised', 'Archive|Gearchiveerd|Archivée|Archived'],
  },
  {
    name: 'salaryRanges',
    prefix: '_TS_CO_SalaryRange_',
    rows: ['1|minder dan € 2.000', '2|€ 2.000 – € 3.000', '3|€ 3.000 – € 4.500', '4|€ 4.500 – € 6.500', '5|meer dan € 6.500', '9|Volgens barema|Selon barème|According to scale'],
  },
  {
    name: 'jobTimes',
    prefix: '_TS_CO_JobTime_',
    rows: ['Plein|Voltijds|Temps plein|Full time', 'Partiel|Deeltijds|Temps partiel|Part time', 'Flexible|Flexibel'],
  },
  {
    name: 'specialisations',
    prefix: '_TS_CO_Specialisation_',
    rows: ['Info|Informatica|Informatique|Computer science', 'Secu|Informatiebeveiliging|Sécurité|Security|Info', 'Droit|Rechten|Droit|Law', 'Compta|Boekhouding|Comptabilité|Accounting', 'Electro|Elektrotechniek|Électrotechnique|Electrical engineering'],
  },
  {
    name: 'skills',
    prefix: '_TS_CO_Skill_',
    rows: ['Java|Java', 'SQL|SQL', 'Excel|Excel', 'PermisB|Rijbewijs B|Permis B|Driving licence B', 'VCA|VCA-attest', 'Equipe|Samenwerken|Travail d’équipe|Teamwork', 'Ecoute|Luistervaardigheid'],
  },
  { name: 'civilities', prefix: '_TS_CO_Civility_', rows: ['M|De heer|Monsieur|Mr', 'Mme|Mevrouw|Madame|Ms', 'X|Geen aanhef'] },
  {
    name: 'organisations',
    prefix: '_TS_ORG_',
    rows: ['HAVEN|Havenbedrijf Noordzee|Port de la mer du Nord|North Sea Port Company', 'HAVEN_ICT|Havenbedrijf – ICT||Port Company – IT|HAVEN', 'HAVEN_OPS|Havenbedrijf – Operaties|||HAVEN', 'ZORG|Zorggroep De Linde', 'ZORG_GENT|Zorggroep De Linde – Gent|||ZORG', 'ZORG_AALST|Zorggroep De Linde – Aalst|||ZORG', 'STAD|Stad Mechelen', 'WATER|Waterschap Oude Rijn', 'BANK|Coöperatieve Bank “’t Spaarvarken”', 'SPOOR|Spoorlijn Infra B.V.|Spoorlijn Infra|Spoorlijn Infra', 'ONDERWIJS|Scholengroep Ørsted & Zn.', 'RETAIL|Vandenbroucke Retail <NV>'],
  },
];
