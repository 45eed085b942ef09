-- Storing, listing and handing out a hundred thousand people: what each of them costs.

-- Most are seen by where they mainly live, which stands in the row itself; only of the others is it asked where else they live. Policies are tried
-- one after another, the younger first.
alter policy staff_by_residency on person using (in_my_area(person.area) or exists (
  select from residency where residency.subdistrict = person.subdistrict and residency.person = person.id and residency.is_last and in_my_area(residency.area)));

-- The same pairs as before. A name has two or three: taking them by the hand costs a tenth of what a query over them does, which is most of what
-- storing a person costs.
create or replace function bigrams(value text) returns text[] language plpgsql immutable parallel safe strict as $$
declare
  chars text[] := string_to_array(lower(regexp_replace(value, '\s', '', 'g')), null);
  pair text;
  pairs text[] := '{}';
begin
  if cardinality(chars) > 12 then
    return coalesce((select array_agg(each) from (select distinct (first || second) collate "C" as each
      from unnest(chars[:cardinality(chars) - 1], chars[2:]) as neighbours (first, second)) as all_pairs), '{}');
  end if;
  for at in 1 .. coalesce(cardinality(chars), 0) - 1 loop
    pair := chars[at] || chars[at + 1];
    if not pair = any (pairs) then pairs := pairs || pair; end if;
  end loop;
  return pairs;
end $$;
create or replace function tenant_keys(tenant integer, words text[]) returns text[] language plpgsql immutable parallel safe as $$
declare
  word text;
  keys text[] := '{}';
begin
  foreach word in array coalesce(words, '{}') loop keys := keys || (tenant || ':' || word); end loop;
  return keys;
end $$;
