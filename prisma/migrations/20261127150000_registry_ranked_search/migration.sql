-- CreateTable
CREATE TABLE "saved_search" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "notify" BOOLEAN NOT NULL DEFAULT false,
    "checked_until" TIMESTAMPTZ(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "saved_search_user_id_created_at_id_idx" ON "saved_search"("user_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_search_user_id_name_key" ON "saved_search"("user_id", "name");

-- CreateIndex
CREATE INDEX "corporation_kind_name_id_idx" ON "corporation"("kind", "name", "id");

-- CreateIndex
CREATE INDEX "facility_latitude_longitude_idx" ON "facility"("latitude", "longitude");

-- CreateIndex
CREATE INDEX "facility_status_kana_id_idx" ON "facility"("status", "kana", "id");

-- DropIndex
DROP INDEX "shelter_welfare_name_id_idx";

-- CreateIndex
CREATE INDEX "shelter_welfare_status_name_id_idx" ON "shelter"("welfare", "status", "name", "id");

-- CreateIndex
CREATE INDEX "shelter_status_name_id_idx" ON "shelter"("status", "name", "id");

-- CreateIndex
CREATE INDEX "shelter_kind_status_name_id_idx" ON "shelter"("kind", "status", "name", "id");

-- CreateIndex
CREATE INDEX "corporation_status_name_id_idx" ON "corporation"("status", "name", "id");

-- CreateIndex
CREATE INDEX "facility_created_at_idx" ON "facility"("created_at");

-- CreateIndex
CREATE INDEX "shelter_latitude_longitude_idx" ON "shelter"("latitude", "longitude");

-- CreateIndex
CREATE INDEX "facility_resource_kind_lendable_facility_id_idx" ON "facility_resource"("kind", "lendable", "facility_id");

-- CreateIndex
CREATE INDEX "facility_qualification_qualification_facility_id_idx" ON "facility_qualification"("qualification", "facility_id");

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Rules that Prisma's schema language cannot say.
ALTER TABLE saved_search
  ADD CONSTRAINT saved_search_has_name CHECK (btrim(name) <> ''),
  ADD CONSTRAINT saved_search_filter_is_object CHECK (jsonb_typeof(filter) = 'object');

-- Ranking reads the parts of search_text by their places: the name, then the reading. A corporation without a reading
-- now leaves that place empty instead of moving the next part into it.
CREATE OR REPLACE FUNCTION corporation_search_text(c corporation) RETURNS text
LANGUAGE sql STABLE RETURN search_text_of(VARIADIC
  ARRAY[c.name, coalesce(c.kana, '')] || c.other_spellings
  || ARRAY[c.corporate_number, (SELECT name FROM municipality WHERE code = c.seat_municipality_code),
           c.seat_address, c.phone, digits_of(c.phone)]);
UPDATE corporation SET search_text = corporation_search_text(corporation)
WHERE search_text <> corporation_search_text(corporation);

-- How well a record answers the words of a search, best first; every word occurs in its text, or it would not be asked.
-- 0 the name or a number as a whole · 1 the name begins or ends with it · 2 inside the name · 3 the reading begins with
-- it · 4 inside the reading · 5 elsewhere: address, corporation, offices. Of several words the classes add up.
-- A space never occurs inside a part or a word, so each part of the text stands between two spaces.
CREATE FUNCTION search_class(search_text text, word text) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN CASE
  WHEN search_text LIKE word || ' %' OR search_text = word THEN 0
  WHEN word ~ '^[0-9-]{4,}$' AND ' ' || search_text || ' ' LIKE '% ' || word || ' %' THEN 0
  WHEN search_text LIKE word || '%' OR split_part(search_text, ' ', 1) LIKE '%' || word THEN 1
  WHEN strpos(search_text || ' ', word) < strpos(search_text || ' ', ' ') THEN 2
  WHEN split_part(search_text, ' ', 2) LIKE word || '%' THEN 3
  WHEN split_part(search_text, ' ', 2) LIKE '%' || word || '%' THEN 4
  ELSE 5
END;

-- Metres between two points of the earth, as the crow flies; rules/place.ts has the same.
CREATE FUNCTION metres_between(latitude_a float8, longitude_a float8, latitude_b float8, longitude_b float8) RETURNS float8
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 2 * 6371000 * asin(sqrt(least(1,
  sin(radians(latitude_b - latitude_a) / 2) ^ 2
  + cos(radians(latitude_a)) * cos(radians(latitude_b)) * sin(radians(longitude_b - longitude_a) / 2) ^ 2)));
