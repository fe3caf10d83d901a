-- A corporation's 所轄庁 as the registry derives it, and what became of a corporation that merged or was dissolved.

-- CreateEnum
CREATE TYPE "authority_because" AS ENUM ('SEAT_UNKNOWN', 'WITHIN_CITY', 'SEAT_IN_CITY_WITHOUT_FACILITIES', 'DESIGNATED_CITY', 'BEYOND_CITY', 'SEAT_OUTSIDE_CITIES', 'ACROSS_BUREAUS');

-- CreateEnum
CREATE TYPE "succession_kind" AS ENUM ('MERGER', 'DISSOLUTION');

-- CreateEnum
CREATE TYPE "succession_status" AS ENUM ('PLANNED', 'DONE', 'CANCELLED', 'REVERTED');

-- AlterTable
ALTER TABLE "corporation" ADD COLUMN     "authority_because" "authority_because",
ADD COLUMN     "authority_name" TEXT,
ADD COLUMN     "derived_authority_code" CHAR(6),
ADD COLUMN     "derived_authority_kind" "authority_kind",
ADD COLUMN     "derived_authority_name" TEXT,
ADD COLUMN     "seat_postal_code" CHAR(7);

-- CreateTable
CREATE TABLE "corporation_succession" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" "succession_kind" NOT NULL,
    "corporation_id" UUID NOT NULL,
    "successor_id" UUID,
    "on_date" DATE NOT NULL,
    "status" "succession_status" NOT NULL DEFAULT 'PLANNED',
    "reason" TEXT NOT NULL,
    "recorded_by_user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "corporation_succession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "succession_item" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "succession_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "version_after" INTEGER,
    "gained_ids" UUID[],
    "before" JSONB NOT NULL,

    CONSTRAINT "succession_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "corporation_succession_corporation_id_idx" ON "corporation_succession"("corporation_id");

-- CreateIndex
CREATE INDEX "corporation_succession_successor_id_idx" ON "corporation_succession"("successor_id");

-- CreateIndex
CREATE INDEX "corporation_succession_recorded_by_user_id_idx" ON "corporation_succession"("recorded_by_user_id");

-- CreateIndex
CREATE INDEX "succession_item_succession_id_part_idx" ON "succession_item"("succession_id", "part");

-- AddForeignKey
ALTER TABLE "corporation_succession" ADD CONSTRAINT "corporation_succession_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corporation_succession" ADD CONSTRAINT "corporation_succession_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "corporation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corporation_succession" ADD CONSTRAINT "corporation_succession_recorded_by_user_id_fkey" FOREIGN KEY ("recorded_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "succession_item" ADD CONSTRAINT "succession_item_succession_id_fkey" FOREIGN KEY ("succession_id") REFERENCES "corporation_succession"("id") ON DELETE CASCADE ON UPDATE CASCADE;




-- Rules that Prisma's schema language cannot say.
ALTER TABLE corporation
  ADD CONSTRAINT corporation_postal_code_fits CHECK (seat_postal_code ~ '^[0-9]{7}$'),
  ADD CONSTRAINT corporation_authority_is_named CHECK ((authority_name IS NULL) = (authority_code IS NULL)),
  ADD CONSTRAINT corporation_derived_authority_fits CHECK (
    coalesce(derived_authority_kind <> 'MINISTER', false) = (derived_authority_code IS NOT NULL)
    AND (derived_authority_code IS NULL) = (derived_authority_name IS NULL));

ALTER TABLE corporation_succession
  ADD CONSTRAINT corporation_succession_is_to_another CHECK (successor_id <> corporation_id),
  ADD CONSTRAINT corporation_succession_merges_into_somebody CHECK (kind <> 'MERGER' OR successor_id IS NOT NULL),
  ADD CONSTRAINT corporation_succession_has_reason CHECK (btrim(reason) <> '');

-- A corporation ends once.
CREATE UNIQUE INDEX corporation_succession_stands ON corporation_succession (corporation_id)
  WHERE status IN ('PLANNED', 'DONE');
CREATE INDEX corporation_succession_due ON corporation_succession (on_date) WHERE status = 'PLANNED';

-- Lists of the state's that 所轄庁 is derived from. Nobody has checked them against their source yet.
INSERT INTO master_fact (key, title, value, source, confirmed, valid_from, updated_at) VALUES
  ('DESIGNATED_CITIES', '指定都市', '[
    {"code": "011002", "name": "札幌市"}, {"code": "041009", "name": "仙台市"}, {"code": "111007", "name": "さいたま市"},
    {"code": "121002", "name": "千葉市"}, {"code": "141003", "name": "横浜市"}, {"code": "141305", "name": "川崎市"},
    {"code": "141500", "name": "相模原市"}, {"code": "151009", "name": "新潟市"}, {"code": "221007", "name": "静岡市"},
    {"code": "221309", "name": "浜松市"}, {"code": "231002", "name": "名古屋市"}, {"code": "261009", "name": "京都市"},
    {"code": "271004", "name": "大阪市"}, {"code": "271403", "name": "堺市"}, {"code": "281000", "name": "神戸市"},
    {"code": "331007", "name": "岡山市"}, {"code": "341002", "name": "広島市"}, {"code": "401005", "name": "北九州市"},
    {"code": "401307", "name": "福岡市"}, {"code": "431001", "name": "熊本市"}]',
   '地方自治法第252条の19第1項の指定都市の指定に関する政令', false, '2012-04-01', now()),
  ('REGIONAL_BUREAUS', '地方厚生局の管轄', '[
    {"name": "北海道厚生局", "prefectures": ["01"]},
    {"name": "東北厚生局", "prefectures": ["02", "03", "04", "05", "06", "07"]},
    {"name": "関東信越厚生局", "prefectures": ["08", "09", "10", "11", "12", "13", "14", "15", "19", "20"]},
    {"name": "東海北陸厚生局", "prefectures": ["16", "17", "21", "22", "23", "24"]},
    {"name": "近畿厚生局", "prefectures": ["18", "25", "26", "27", "28", "29", "30"]},
    {"name": "中国四国厚生局", "prefectures": ["31", "32", "33", "34", "35", "36", "37", "38", "39"]},
    {"name": "九州厚生局", "prefectures": ["40", "41", "42", "43", "44", "45", "46", "47"]}]',
   '厚生労働省組織令、厚生労働省組織規則', false, '2001-01-06', now());

-- 所轄庁, derived. The rule has one implementation, here, so that a command, an import and a hand in the database all keep
-- to it, and an import of many rows costs one statement. authority.db.test.ts is its decision table.

-- The city a municipality is or lies in: a ward of a 指定都市 lies in that city, a 特別区 counts as a city of its own,
-- 町 and 村 (third digit from 3 on) lie in none. Codes of one prefecture's 指定都市 and their wards follow each other.
CREATE FUNCTION city_of(municipality text, designated jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN CASE substr(municipality, 3, 1)
  WHEN '2' THEN municipality
  WHEN '1' THEN coalesce((
    SELECT max(city ->> 'code') FROM jsonb_array_elements(designated) AS city
    WHERE left(city ->> 'code', 2) = left(municipality, 2) AND city ->> 'code' <= municipality), municipality)
END;

-- 社会福祉法30条. The places are the municipalities of the facilities at work; none counts as staying at the seat.
CREATE FUNCTION derive_authority(
  kind corporation_kind, seat text, places text[], designated jsonb, bureaus jsonb,
  OUT authority authority_kind, OUT code text, OUT because authority_because
) LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  seat_city text := city_of(seat, designated);
  at_work text[] := array_remove(coalesce(places, '{}'), NULL);
  in_seat_city boolean;
  five text;
BEGIN
  IF kind = 'NOT_WELFARE' THEN RETURN; END IF;
  IF seat IS NULL THEN
    because := 'SEAT_UNKNOWN';
    RETURN;
  END IF;
  -- 30条2項: two or more regional bureaus (of those that the ministry's ordinance names).
  IF (SELECT count(DISTINCT bureau ->> 'name') > 1
      FROM jsonb_array_elements(bureaus) AS bureau
      WHERE EXISTS (SELECT FROM unnest(at_work || seat) AS place WHERE bureau -> 'prefectures' ? left(place, 2)))
  THEN
    authority := 'MINISTER';
    because := 'ACROSS_BUREAUS';
    RETURN;
  END IF;
  IF seat_city IS NOT NULL THEN
    in_seat_city := NOT EXISTS (SELECT FROM unnest(at_work) AS place WHERE city_of(place, designated) IS DISTINCT FROM seat_city);
    -- 30条1項1号 and, for a 指定都市 and work within one prefecture, 2号.
    IF in_seat_city THEN
      because := CASE WHEN cardinality(at_work) = 0 THEN 'SEAT_IN_CITY_WITHOUT_FACILITIES' ELSE 'WITHIN_CITY' END;
    ELSIF EXISTS (SELECT FROM jsonb_array_elements(designated) AS city WHERE city ->> 'code' = seat_city)
      AND NOT EXISTS (SELECT FROM unnest(at_work) AS place WHERE left(place, 2) <> left(seat, 2))
    THEN
      because := 'DESIGNATED_CITY';
    END IF;
    IF because IS NOT NULL THEN
      authority := 'CITY';
      code := seat_city;
      RETURN;
    END IF;
  END IF;
  authority := 'PREFECTURE';
  five := left(seat, 2) || '000';
  code := five || ((11 - (substr(five, 1, 1)::int * 6 + substr(five, 2, 1)::int * 5) % 11) % 10);
  because := CASE WHEN seat_city IS NULL THEN 'SEAT_OUTSIDE_CITIES' ELSE 'BEYOND_CITY' END;
END $$;

-- What a list of the state's says today; an empty list if there is none.
CREATE FUNCTION master_fact_today(wanted text) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE RETURN coalesce((
  SELECT value FROM master_fact
  WHERE key = wanted AND valid_from <= (now() AT TIME ZONE 'Asia/Tokyo')::date
    AND (valid_to IS NULL OR valid_to >= (now() AT TIME ZONE 'Asia/Tokyo')::date)
  ORDER BY valid_from DESC LIMIT 1), '[]');

CREATE FUNCTION authority_of(
  corporation corporation, OUT authority authority_kind, OUT code text, OUT name text, OUT because authority_because
) LANGUAGE plpgsql STABLE AS $$
DECLARE
  designated jsonb := master_fact_today('DESIGNATED_CITIES');
BEGIN
  SELECT d.authority, d.code, d.because INTO authority, code, because FROM derive_authority(
    corporation.kind, corporation.seat_municipality_code,
    ARRAY(SELECT DISTINCT f.municipality_code FROM facility AS f
          WHERE f.corporation_id = corporation.id AND f.status = 'ACTIVE'),
    designated, master_fact_today('REGIONAL_BUREAUS')) AS d;
  IF authority = 'CITY' THEN
    name := coalesce(
      (SELECT city ->> 'name' FROM jsonb_array_elements(designated) AS city WHERE city ->> 'code' = authority_of.code),
      (SELECT m.name FROM municipality AS m WHERE m.code = authority_of.code));
  ELSIF authority = 'PREFECTURE' THEN
    name := (SELECT m.prefecture FROM municipality AS m WHERE m.code = corporation.seat_municipality_code);
  END IF;
END $$;

CREATE FUNCTION corporation_keeps_authority() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  derived record;
BEGIN
  derived := authority_of(NEW);
  NEW.derived_authority_kind := derived.authority;
  NEW.derived_authority_code := derived.code;
  NEW.derived_authority_name := derived.name;
  NEW.authority_because := derived.because;
  IF NOT NEW.authority_corrected THEN
    NEW.authority_kind := derived.authority;
    NEW.authority_code := derived.code;
    NEW.authority_name := derived.name;
    NEW.authority_reason := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER corporation_keeps_authority
  BEFORE INSERT OR UPDATE OF kind, seat_municipality_code, authority_kind, authority_code, authority_name,
    authority_corrected, authority_reason, authority_because
  ON corporation FOR EACH ROW EXECUTE FUNCTION corporation_keeps_authority();

-- Derives anew for some corporations, and writes only where something else comes out. The rows are locked first, so that
-- of two who move facilities of one corporation at once the second sees the first one's.
CREATE FUNCTION follow_authority(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM corporation WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
  UPDATE corporation AS c SET authority_because = c.authority_because
  WHERE c.id = ANY (ids) AND EXISTS (
    SELECT FROM authority_of(c) AS d
    WHERE (d.authority, d.code, d.name, d.because) IS DISTINCT FROM
          (c.derived_authority_kind, c.derived_authority_code, c.derived_authority_name, c.authority_because));
END $$;

-- Once per statement, so that an import stays fast.
CREATE FUNCTION facilities_move_authority() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    touched := ARRAY(SELECT DISTINCT corporation_id FROM after WHERE status = 'ACTIVE' AND corporation_id IS NOT NULL);
  ELSIF TG_OP = 'DELETE' THEN
    touched := ARRAY(SELECT DISTINCT corporation_id FROM before WHERE status = 'ACTIVE' AND corporation_id IS NOT NULL);
  ELSE
    touched := ARRAY(
      SELECT DISTINCT moved.corporation_id FROM before JOIN after USING (id)
      CROSS JOIN LATERAL (VALUES (before.corporation_id), (after.corporation_id)) AS moved (corporation_id)
      WHERE (before.corporation_id, before.municipality_code, before.status)
            IS DISTINCT FROM (after.corporation_id, after.municipality_code, after.status)
        AND moved.corporation_id IS NOT NULL);
  END IF;
  IF cardinality(touched) > 0 THEN PERFORM follow_authority(touched); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER inserted_facilities_move_authority AFTER INSERT ON facility
  REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION facilities_move_authority();
CREATE TRIGGER updated_facilities_move_authority AFTER UPDATE ON facility
  REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION facilities_move_authority();
CREATE TRIGGER deleted_facilities_move_authority AFTER DELETE ON facility
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION facilities_move_authority();

-- A corrected list of the state's counts for everybody at once; one that begins or ends on a day is followed by the daily
-- task registry.followAuthorities.
CREATE FUNCTION master_facts_move_authority() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM follow_authority(ARRAY(SELECT id FROM corporation));
  RETURN NULL;
END $$;
CREATE TRIGGER master_facts_move_authority AFTER INSERT OR UPDATE OF key, value, valid_from, valid_to OR DELETE ON master_fact
  FOR EACH STATEMENT EXECUTE FUNCTION master_facts_move_authority();

UPDATE corporation SET authority_because = authority_because;
