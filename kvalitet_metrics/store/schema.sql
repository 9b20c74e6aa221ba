-- One table per concept. Every row says where it came from: upload_id, blad, rad and, where a single
-- cell is the record, kolumn. `nyckel` is the same for the same record in every export; the latest
-- upload wins. No identity number, no name and no free text about a person has a column here.

CREATE TABLE inlasning (
    upload_id    VARCHAR NOT NULL,  -- the load
    ordning      INTEGER NOT NULL,  -- later loads win over earlier ones
    fil          VARCHAR NOT NULL,  -- name of the file
    profil       VARCHAR NOT NULL,  -- kind of export
    tabell       VARCHAR NOT NULL,  -- record table that the rows went to
    forvaltning  VARCHAR,           -- whose data, where the load said so
    period_start DATE,              -- first day that the file covers
    period_end   DATE,              -- last day that the file covers
    inlast       TIMESTAMP,         -- when it was loaded
    uteslutna    INTEGER NOT NULL,  -- rows left out because of faults
    exempel      BOOLEAN NOT NULL   -- example data
);

CREATE TABLE utredning (
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    kon          VARCHAR,  -- kvinnor, män, flickor, pojkar, okänt
    malgrupp     VARCHAR,  -- barn, vuxna
    lagrum       VARCHAR,
    aktualiserad DATE,     -- when the matter came in
    inledd       DATE,     -- when the investigation was opened
    avslutad     DATE,     -- when it was closed; NULL while it is open
    forlangd_till DATE,    -- decided extension
    resultat     VARCHAR,
    uttagen      DATE,     -- the day that the export knows about: an open case was open then
    person       VARCHAR   -- keyed hash: says that two records are about the same person, not who
);

CREATE TABLE forhandsbedomning (
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    kon          VARCHAR,
    malgrupp     VARCHAR,  -- barn, vuxna, relationsvåld
    typ          VARCHAR,  -- anmälan, ansökan
    avsandare    VARCHAR,  -- who reported
    inkom        DATE,     -- when it came in
    skyddsbedomd DATE,     -- when the immediate need of protection was judged
    forsta_atgard DATE,    -- when something was first done about it, such as a call to the person
    klar         DATE,     -- when it was decided whether to open an investigation
    utredning_inledd BOOLEAN,
    markerad_sen BOOLEAN,  -- the workbook's own mark for late; kept for comparison, never counted
    uttagen      DATE      -- the day that the workbook knows about
);

CREATE TABLE avvikelse (
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR,
    intraffad    DATE,     -- day of the event, else of the registration
    handelse DATE, registrerad DATE, avslutad DATE,
    kategori     VARCHAR,  -- kind of event (händelsetyp)
    orsak        VARCHAR,  -- cause; a dimension of its own
    omrade       VARCHAR,  -- quality area A–H
    allvarlighet VARCHAR, sannolikhet VARCHAR, riskvarde BIGINT,
    status VARCHAR, bedomning VARCHAR, lex_sarah BOOLEAN,
    grupp VARCHAR
);

CREATE TABLE lex_sarah (
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    inkom        DATE,     -- when the report came in
    inledd       DATE,     -- when an investigation was opened; NULL where none was
    avslutad     DATE,
    regi         VARCHAR,  -- egen, enskild
    lagrum       VARCHAR,  -- SoL, LSS
    kategori     VARCHAR,  -- the national categories
    bedomning    VARCHAR,
    ivo_anmald   DATE
);

CREATE TABLE synpunkt (
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    period_start DATE, period_end DATE, periodslag VARCHAR,
    typ          VARCHAR,  -- klagomål, synpunkt, beröm, fråga, förslag, klagomål/synpunkt, ej angett
    indelning    VARCHAR,  -- what the counts are divided by: kategori or avsandare. Never add the two.
    kategori     VARCHAR,
    underkategori VARCHAR,
    avsandare    VARCHAR,
    status       VARCHAR,  -- öppen, stängd … as the source says
    stangd       DATE,     -- when a single view was dealt with
    antal        BIGINT,   -- NULL where nothing was reported
    saknas       VARCHAR,  -- why antal is missing: tom, saknas, sekretess …
    raknas       BOOLEAN   -- TRUE for the division that counts each item once (set by the build)
);

CREATE TABLE enkatsvar (
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    kon VARCHAR, malgrupp VARCHAR,
    kategori     VARCHAR,  -- name of the survey
    datum        DATE,     -- when it was answered
    status       VARCHAR,  -- komplett, ej komplett
    frageid VARCHAR, fraga VARCHAR, svar VARCHAR,
    positivt     BOOLEAN   -- NULL where the answer is missing or is no answer
);

CREATE TABLE samverkan (
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    period_start DATE, period_end DATE,
    aktuella     BIGINT,   -- cases known to two groups or more
    samverkat    BIGINT,   -- of which there was collaboration
    andel_i_kallan DOUBLE  -- the share that the source itself states; kept for comparison, never counted
);

CREATE TABLE matvarde (
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    kon VARCHAR, malgrupp VARCHAR, insats VARCHAR,
    kommun       VARCHAR,  -- municipality (code or name) whose value it is, where it is not our own
    ou           VARCHAR,  -- unit in a national register of units
    period_start DATE, period_end DATE, periodslag VARCHAR,
    kalla        VARCHAR,  -- nyckeltal, publicerad tabell, brukarundersökning, keks, kupi, kolada …
    typ          VARCHAR,  -- what the table measures: its title
    kategori     VARCHAR,  -- name of the figure: the row's label
    underkategori VARCHAR, -- kind, theme or column that divides the figure further
    fraga        VARCHAR,  -- question of a survey
    "index"      VARCHAR,  -- name of an index
    matt         DOUBLE,   -- the reported value in its unit; a share is 0–1
    matenhet     VARCHAR,  -- antal, andel, index, dagar, procentenheter, värde
    taljare      DOUBLE,   -- the value's numerator, where the source gives it
    namnare      DOUBLE,   -- the value's denominator, such as the number of answers
    saknas       VARCHAR,  -- why matt is missing: tom, saknas, ej tillämplig, sekretess, för få svar, dold
    skrivet      VARCHAR,  -- the cell as written where it says more than the number: Inga, 29 (13)
    bedomning    VARCHAR,  -- the source's own judgement: röd, gul, grön, ja, nej
    prioritering VARCHAR,  -- what the source says to do: Prioritera, Vårda …
    jamforelse   VARCHAR   -- egen, or whose value it is: staden, riket, lan, kommun, ou, keks_snitt,
                           -- good_enough_mal, mal, foregaende
);

CREATE TABLE overvagande (  -- a placed child's care considered anew, at least every sixth month
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    kon VARCHAR,
    lagrum       VARCHAR,  -- SoL, LVU 2 §, LVU 3 §, LVU 26 §
    typ          VARCHAR,  -- övervägande, omprövning: two different legal acts
    insats       VARCHAR,  -- form of placement
    datum        DATE,     -- when it was considered
    foregaende   DATE,     -- when it was considered before, or the day of the decision
    barnet_traffat BOOLEAN, -- whether the child was met before it; NULL where the source does not say
    dokumenterat BOOLEAN   -- whether that is documented
);

CREATE TABLE genomforandeplan (  -- one row per assignment that should have a plan
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    kon VARCHAR, malgrupp VARCHAR, lagrum VARCHAR, insats VARCHAR,
    bestalld     DATE,     -- the (latest) order
    planeringsmote DATE,   -- the planning meeting; local time limits start at one day or the other
    upprattad    DATE,     -- when the plan was made; NULL where there is none
    stangd       DATE,     -- when the plan was closed (locked) in the system
    startdatum   DATE,     -- planeringsmote or else bestalld: the day that the row is counted at
    typ          VARCHAR,  -- the local time limit that the assignment follows: från beställning,
                           -- från planeringsmöte, stängd
    delaktig     BOOLEAN   -- whether the person took part
);

CREATE TABLE granskning (  -- one row per reviewed case and question, or a count of such
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    kon VARCHAR, malgrupp VARCHAR, lagrum VARCHAR, insats VARCHAR,
    period_start DATE, period_end DATE,  -- day of the review, or the period of a table of counts
    kategori     VARCHAR,  -- name of the review
    fraga        VARCHAR,  -- what was asked of each case
    svar         VARCHAR,  -- ja, nej, delvis, ej tillämpligt; NULL where the reviewer left it blank
    antal        BIGINT,   -- cases with that answer; 1 where the row is one case
    population   BIGINT    -- cases that the review was drawn from; NULL where it does not say
);

CREATE TABLE egenkontroll (  -- one row per planned control, also where it was never done
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    period_start DATE, period_end DATE,
    delprocess   VARCHAR,
    omrade       VARCHAR,  -- quality area A–H
    kategori     VARCHAR,  -- what is controlled
    frekvens     VARCHAR,  -- how often it should be done, as the plan writes it
    planerad     DATE,     -- when it should be done
    genomford    DATE,     -- when it was done
    bedomning    VARCHAR,  -- godkänd, ej godkänd, ej genomförd: three different things; planerad: has a day
                           -- and no outcome yet; NULL: nothing is said
    atgard       VARCHAR   -- what is done about it; NULL where nothing
);

CREATE TABLE risk (
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    period_start DATE, period_end DATE,
    delprocess VARCHAR, aktivitet VARCHAR,
    nummer       VARCHAR,  -- the risk's number in the matrix
    risk         VARCHAR,  -- what may happen
    sannolikhet  BIGINT,   -- 1–5
    sannolikhet_text VARCHAR,
    konsekvens   BIGINT,   -- 1–5
    konsekvens_text VARCHAR,
    riskvarde    BIGINT,   -- as published, else the matrix's (set by the build)
    kategori     VARCHAR,  -- kritisk, medium, låg: as published, else the level of the matrix's cell
    matrisvarde  BIGINT,   -- what the matrix gives, beside what was published (set by the build)
    bedomning    VARCHAR,  -- åtgärd, ingen åtgärd, åtgärd saknas
    atgard       VARCHAR   -- what is done about it; NULL where nothing
);

CREATE TABLE riskmatris (  -- one row per cell: what a likelihood and a consequence are worth together
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning  VARCHAR,  -- whose matrix; NULL for the one that is used where nobody has loaded another
    avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    galler_fran  DATE,     -- first day that it is used
    sannolikhet  BIGINT,   -- 1–5
    konsekvens   BIGINT,   -- 1–5
    riskvarde    BIGINT,
    kategori     VARCHAR   -- the level: kritisk, medium, låg
);

CREATE TABLE atgard (  -- planned and followed-up improvements
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    period_start DATE, period_end DATE,
    omrade       VARCHAR,  -- quality area A–H
    kategori     VARCHAR,  -- uppföljd, planerad: last year's list with its outcome, or the coming one
    atgard       VARCHAR,  -- what shall be done
    uppfoljning  VARCHAR,  -- what came of it; NULL where nobody has said
    status       VARCHAR,  -- ej påbörjad, pågående, genomförd, avbruten
    planerad     DATE,     -- when it should be ready
    genomford    DATE,     -- when it was
    bedomning    VARCHAR   -- uppföljning finns, uppföljning saknas, planerad
);

CREATE TABLE tillsyn (  -- supervision, review and audit by others
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    lagrum       VARCHAR,
    datum        DATE,     -- when it was done or decided
    period_start DATE, period_end DATE,  -- the day, or the period of a list without days
    kategori     VARCHAR,  -- tillsyn, granskning, revision, inspektion, verksamhetsuppföljning
    avsandare    VARCHAR,  -- who looked: IVO, JO, stadsrevisionen …
    bedomning    VARCHAR,  -- brist, kritik, ingen anmärkning, pågår
    status       VARCHAR,
    avslutad     DATE,
    antal        BIGINT    -- 1, or the source's own count
);

CREATE TABLE asi (  -- a snapshot: one row per ongoing case of substance use on one day
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    kon VARCHAR,
    datum        DATE,     -- the day of the snapshot
    asi_datum    DATE,     -- the latest ASI interview; NULL where none
    status       VARCHAR,  -- genomförd, bortfall, saknas
    bedomning    VARCHAR,  -- the same, as the column that figures are broken down by
    inom_fem_ar  BOOLEAN   -- whether the interview lies within five years before the snapshot
);

CREATE TABLE forandringsplan (  -- a snapshot: one row per client with ekonomiskt bistånd on one day
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    kon VARCHAR,
    datum        DATE,     -- the day of the snapshot
    upprattad    DATE,     -- when the plan was made
    aktuell_till DATE,     -- how long it holds
    aktuell      BOOLEAN   -- whether there is a plan that holds; NULL where the source does not say
);

CREATE TABLE avslut (  -- closed cases with the reason for closing
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    kon VARCHAR, malgrupp VARCHAR, lagrum VARCHAR,
    period_start DATE, period_end DATE,  -- the day, or the period of a table of counts
    insats       VARCHAR,
    orsak        VARCHAR,
    antal        BIGINT    -- 1, or the source's own count
);

CREATE TABLE fut (  -- reports of benefits wrongly paid (felaktiga utbetalningar)
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    kon VARCHAR,
    inkom        DATE,
    avslutad     DATE,
    kategori     VARCHAR,  -- kind of error
    orsak        VARCHAR,
    bedomning    VARCHAR,  -- avskriven, ej utredning, återkrav, polisanmäld, pågår
    polisanmald  BOOLEAN
);

CREATE TABLE beslut (  -- decisions and whether they are carried out; reported to IVO after three months
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    kon VARCHAR, malgrupp VARCHAR, lagrum VARCHAR, insats VARCHAR,
    beslutad     DATE,
    verkstalld   DATE,     -- NULL while it is not carried out
    avbruten     DATE,     -- when it was interrupted
    aterupptagen DATE,
    avslutad     DATE,     -- ended without being carried out
    orsak        VARCHAR,  -- why it is not carried out
    rapporterad  DATE      -- reported to IVO
);

CREATE TABLE puincident (  -- personal data breaches; all are documented (GDPR art. 33.5)
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    intraffad    DATE,     -- when it happened or was found
    kategori     VARCHAR,  -- kind of breach
    orsak        VARCHAR,
    bedomning    VARCHAR,  -- risk for those concerned
    anmald       DATE,     -- reported to IMY; within 72 hours unless a risk is unlikely
    status       VARCHAR
);
