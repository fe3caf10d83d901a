-- Japanese search in the registry: one text per record that holds everything it can be found by, folded by search_key(),
-- kept up to date by triggers, and indexed by its characters and pairs of characters (grams, see the guards).

-- Width, letter case, hiragana and katakana, spaces, dashes and old character forms make no difference in a search.
-- The same function stands in the API as registry/rules/text.ts; a test holds the two together.
CREATE FUNCTION search_key(t text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN
  normalize(translate(normalize(t, NFKC),
    U&'ABCDEFGHIJKLMNOPQRSTUVWXYZァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ髙﨑嵜邊邉齋齊斎澤濱濵嶋嶌德廣國會惠榮龍瀧櫻條壽藏聰檜籠穗眞淸栁舘峯冨圓與萬靜學ゕゖ‐‒–—―−─ー～~\0009\000a\000b\000c\000d \0085\1680\200b\200c\200d\2028\2029\2060\feff・「」『』【】〔〕〈〉《》()[]{}、。,.''"‘’“”!?:;%_\\',
    U&'abcdefghijklmnopqrstuvwxyzぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔかけ高崎崎辺辺斉斉斉沢浜浜島島徳広国会恵栄竜滝桜条寿蔵聡桧篭穂真清柳館峰富円与万静学かけ----------'
  ), NFKC);

-- Several texts as one: a space never occurs inside a key, so no word is found across the border of two of them.
CREATE FUNCTION search_text_of(VARIADIC texts text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  coalesce(translate(search_key(array_to_string(texts, E'\x1f')), E'\x1f', ' '), '');

-- A telephone number is looked for with and without its dashes.
CREATE FUNCTION digits_of(phone text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN regexp_replace(phone, '[^0-9]', '', 'g');

-- The other spellings under which the published files name the corporation of the same number.
ALTER TABLE corporation ADD COLUMN other_spellings text[] NOT NULL DEFAULT '{}';

CREATE FUNCTION corporation_search_text(c corporation) RETURNS text
LANGUAGE sql STABLE RETURN search_text_of(VARIADIC
  ARRAY[c.name, c.kana] || c.other_spellings
  || ARRAY[c.corporate_number, (SELECT name FROM municipality WHERE code = c.seat_municipality_code),
           c.seat_address, c.phone, digits_of(c.phone)]);

CREATE FUNCTION facility_search_text(f facility) RETURNS text
LANGUAGE sql STABLE RETURN search_text_of(VARIADIC
  ARRAY[f.name, f.kana, (SELECT name FROM municipality WHERE code = f.municipality_code), f.address, f.building,
        f.phone, digits_of(f.phone)]
  || (SELECT ARRAY[c.name, c.kana, c.corporate_number] || c.other_spellings FROM corporation AS c WHERE c.id = f.corporation_id)
  || (SELECT array_agg(DISTINCT o.office_number::text) || array_agg(DISTINCT o.name) || array_agg(DISTINCT o.kana)
             || array_agg(DISTINCT o.phone) || array_agg(DISTINCT digits_of(o.phone))
      FROM service_office AS o WHERE o.facility_id = f.id));

CREATE FUNCTION shelter_search_text(s shelter) RETURNS text
LANGUAGE sql STABLE RETURN search_text_of(
  s.name, (SELECT name FROM municipality WHERE code = s.municipality_code), s.address);

CREATE FUNCTION corporation_keeps_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_text := corporation_search_text(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER corporation_keeps_search_text
  BEFORE INSERT OR UPDATE OF name, kana, other_spellings, corporate_number, seat_municipality_code, seat_address, phone
  ON corporation FOR EACH ROW EXECUTE FUNCTION corporation_keeps_search_text();

CREATE FUNCTION facility_keeps_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_text := facility_search_text(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER facility_keeps_search_text
  BEFORE INSERT OR UPDATE OF name, kana, municipality_code, address, building, phone, corporation_id
  ON facility FOR EACH ROW EXECUTE FUNCTION facility_keeps_search_text();

CREATE FUNCTION shelter_keeps_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_text := shelter_search_text(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER shelter_keeps_search_text
  BEFORE INSERT OR UPDATE OF name, municipality_code, address
  ON shelter FOR EACH ROW EXECUTE FUNCTION shelter_keeps_search_text();

-- A facility is also found by its offices and its corporation. Once per statement, so that an import stays fast.
CREATE FUNCTION offices_refresh_facilities() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE facility AS f SET search_text = facility_search_text(f)
  WHERE f.id IN (SELECT facility_id FROM changed) AND f.search_text <> facility_search_text(f);
  RETURN NULL;
END $$;
CREATE TRIGGER inserted_offices_refresh_facilities AFTER INSERT ON service_office
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION offices_refresh_facilities();
CREATE TRIGGER deleted_offices_refresh_facilities AFTER DELETE ON service_office
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION offices_refresh_facilities();

CREATE FUNCTION changed_offices_refresh_facilities() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE facility AS f SET search_text = facility_search_text(f)
  WHERE f.id IN (SELECT facility_id FROM before UNION SELECT facility_id FROM after)
    AND f.search_text <> facility_search_text(f);
  RETURN NULL;
END $$;
CREATE TRIGGER updated_offices_refresh_facilities AFTER UPDATE ON service_office
  REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION changed_offices_refresh_facilities();

CREATE FUNCTION changed_corporations_refresh_facilities() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE facility AS f SET search_text = facility_search_text(f)
  FROM before, after
  WHERE before.id = after.id AND f.corporation_id = after.id
    AND (before.name, before.kana, before.corporate_number, before.other_spellings)
        IS DISTINCT FROM (after.name, after.kana, after.corporate_number, after.other_spellings);
  RETURN NULL;
END $$;
CREATE TRIGGER updated_corporations_refresh_facilities AFTER UPDATE ON corporation
  REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION changed_corporations_refresh_facilities();

CREATE INDEX corporation_search_grams ON corporation USING gin (grams(search_text));
CREATE INDEX facility_search_grams ON facility USING gin (grams(search_text));
CREATE INDEX shelter_search_grams ON shelter USING gin (grams(search_text));
