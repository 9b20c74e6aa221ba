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
    resultat     VARCHAR
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
    klar         DATE,     -- when it was decided whether to open an investigation
    utredning_inledd BOOLEAN,
    markerad_sen BOOLEAN   -- the workbook's own mark for late; kept for comparison, never counted
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
    avsandare    VARCHAR,
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
    samverkat    BIGINT    -- of which there was collaboration
);

CREATE TABLE matvarde (
    upload_id VARCHAR, blad VARCHAR, rad INTEGER, kolumn VARCHAR, nyckel VARCHAR,
    forvaltning VARCHAR, avdelning VARCHAR, enhet VARCHAR, grupp VARCHAR,
    kon VARCHAR, malgrupp VARCHAR, insats VARCHAR,
    kommun       VARCHAR,  -- municipality (code or name) whose value it is, where it is not our own
    ou           VARCHAR,  -- unit in a national register of units
    period_start DATE, period_end DATE, periodslag VARCHAR,
    kalla        VARCHAR,  -- nyckeltal, publicerad tabell, brukarundersökning, keks, kupi, kolada …
    matt_namn    VARCHAR,  -- what the table measures: its title
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
    jamforelse   VARCHAR   -- egen, or whose value it is: staden, riket, kommun, keks_snitt,
                           -- good_enough_mal, mal, foregaende
);
