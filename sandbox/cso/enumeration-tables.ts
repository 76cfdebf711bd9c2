/** One list of `getJobEnumerations` as written down: a value a line, `code|label`, children two spaces deeper. */
export interface EnumerationTable {
  readonly className: string;
  readonly firstId: number;
  /** Whether every value carries `children`, also where there are none. */
  readonly nested: boolean;
  readonly lines: string;
}

/** Codes as section 5.6 describes them; those of its examples, of 5.9's and 5.10's mean what they mean there. */
export const enumerationTables = {
  contractTypes: {
    className: 'ContractType',
    firstId: 228,
    nested: true,
    lines: `CSD.02|Vaste aanstelling (eventueel met een proeftijd)
CSD.04|Tijdelijke aanstelling
  CSD.0402|Tijdelijk voor de duur van een project
  CSD.0404|Tijdelijk wegens vervanging
CSD.06|Stage / afstudeerplek
CSD.08|Detachering
CSD.10|Tijdelijke aanstelling met uitzicht op vast
CSD.12|Traineeship`,
  },
  drivingLicences: {
    className: 'DrivingLicence',
    firstId: 307,
    nested: false,
    lines: ['a|A', 'b|B', 'c|C', 'd|D', 't|T', ...['A1', 'A2', 'B+', 'BE', 'C1', 'C1E', 'CE', 'D1', 'D1E', 'DE'].map((code) => `${code}|${code}`)].join('\n'),
  },
  jobApplicationTypes: { className: 'JobApplicationType', firstId: 330, nested: false, lines: 'electronic|Elektronisch\nwritten|Schriftelijk' },
  onlineJobApplicationTypes: {
    className: 'OnlineJobApplicationType',
    firstId: 335,
    nested: false,
    lines: 'EST.02|reactie e-mail\nEST.04|reactie URL\nEST.06|reactieformulier',
  },
  jobBranches: {
    className: 'JobBranch',
    firstId: 400,
    nested: true,
    lines: `CVG.02|Administratief/Secretarieel
  CVG.0202|Secretarieel
  CVG.0204|Archief & documentatie
CVG.04|Beleid — strategie en coördinatie
CVG.06|Communicatie
CVG.08|ICT
  CVG.0802|Softwareontwikkeling
  CVG.0804|Systeem- en netwerkbeheer
  CVG.0806|Gegevensanalyse
CVG.10|Cultureel/taalkundig
CVG.12|Economisch/Financieel
  CVG.1202|Audit en controle
  CVG.1204|Belastingen
CVG.14|Juridisch
CVG.16|Medisch/Zorg
  CVG.1602|Verpleging
  CVG.1604|Geneeskunde
CVG.18|Onderwijs/Onderzoek
CVG.20|Technisch
  CVG.2002|Elektrotechniek
  CVG.2004|Civiele techniek
CVG.22|Logistiek/Facilitair
CVG.24|Commercieel/Inkoop
CVG.32|Veiligheid en handhaving`,
  },
  jobCategories: {
    className: 'JobCategory',
    firstId: 460,
    nested: true,
    lines: `CFT.02|Management/Leidinggevend
  CFT.0202|Lijnmanagement
  CFT.0204|Project- en programmamanagement
CFT.04|Bestuurlijk
CFT.06|Beleidsvormend
CFT.08|Adviserend
CFT.10|Uitvoerend
  CFT.1002|Uitvoerend – binnendienst
  CFT.1004|Uitvoerend – buitendienst
CFT.12|Ondersteunend
CFT.14|Toezichthoudend/Inspectie
CFT.16|Onderzoek`,
  },
  jobPublicationStatuses: {
    className: 'JobPublicationStatus',
    firstId: 490,
    nested: false,
    // The example of 5.10 lets 02, 04 and 06 overlap, so none of them is HPK.
    lines: 'PUB.08|HPK/VWNW\nPUB.02|Intern\nPUB.04|Interdepartementaal\nPUB.06|Extern',
  },
  jobPublicationPeriods: {
    className: 'JobPublicationPeriod',
    firstId: 500,
    nested: false,
    lines: '-1|Gisteren\n-3|Laatste 3 dagen\n-5|Laatste 5 dagen\n-7|Laatste 7 dagen\n-10|Laatste 10 dagen\n-30|Laatste 30 dagen',
  },
  payScales: { className: 'PayScale', firstId: 600, nested: false, lines: '' },
  educationLevels: {
    className: 'EducationLevel',
    firstId: 80,
    nested: true,
    lines: `CWD.02|Gepromoveerd
CWD.04|Master/doctoraal
CWD.06|WO
CWD.08|HBO
  CWD.0802|HBO bachelor
CWD.10|Associate degree
CWD.12|MBO
  CWD.1202|MBO niveau 4
  CWD.1204|MBO niveau 3
  CWD.1206|MBO niveau 2
CWD.14|HAVO/VWO
CWD.16|VMBO`,
  },
  regions: {
    className: 'Region',
    firstId: 107,
    nested: false,
    lines: `BRG.02|Nederland
  BRG.0202|Friesland
  BRG.0204|Groningen
  BRG.0206|Drenthe
  BRG.0208|Overijssel
  BRG.0210|Gelderland
  BRG.0212|Flevoland
  BRG.0214|Utrecht
  BRG.0216|Noord-Holland
  BRG.0218|Zuid-Holland
  BRG.0220|Zeeland
  BRG.0222|Noord-Brabant
  BRG.0224|Limburg
  BRG.0226|Caribisch Nederland
    BRG.0228|Bonaire
    BRG.0230|Saba
    BRG.0232|Sint Eustatius
BE|België
DE|Duitsland
DZ|Algerije
FR|Frankrijk
GB|Verenigd Koninkrijk
US|Verenigde Staten
CH|Zwitserland
AX|Åland
RE|Réunion
CI|Côte d’Ivoire
CW|Curaçao
TR|Türkiye`,
  },
  securityScreenings: { className: 'SecurityScreening', firstId: 700, nested: false, lines: 'VFN.01|A\nVFN.02|B\nVFN.03|C' },
  jobStructureGroups: {
    className: 'JobStructureGroup',
    firstId: 710,
    nested: false,
    lines: `JSG.02|Medewerker Advisering
JSG.04|(Senior) Adviseur
JSG.06|Coördinerend/Specialistisch Adviseur
JSG.08|Medewerker Behandelen en Ontwikkelen
JSG.10|(Senior) Medewerker Toezicht
JSG.12|Projectleider
JSG.14|Operationeel Manager
JSG.16|Topmanager`,
  },
} as const satisfies Readonly<Record<string, EnumerationTable>>;

export type EnumerationName = keyof typeof enumerationTables;
