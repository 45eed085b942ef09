-- Who is the legal person (法定代表人) of an enterprise, where that is somebody of the base; one at a time.
alter table relation drop constraint relation_check;
alter table relation add constraint relation_check check (case kind
  when 'family' then person is not null and relative is not null and person <> relative and num_nonnulls(enterprise, housing, building) = 0
  when 'landlord' then housing is not null and num_nonnulls(person, enterprise) = 1 and num_nonnulls(relative, building) = 0
  when 'employer' then enterprise is not null and person is not null and num_nonnulls(relative, housing, building) = 0
  when 'legalPerson' then enterprise is not null and person is not null and num_nonnulls(relative, housing, building) = 0
  when 'steward' then person is not null and building is not null and num_nonnulls(relative, enterprise, housing) = 0
  else false end);
create unique index relation_one_legal_person on relation (subdistrict, enterprise) where kind = 'legalPerson' and until is null;
-- Whom an enterprise names by a number is found by who is entered with it later: the same digest as a person's number has.
alter table enterprise add column legal_index bytea;
create index enterprise_by_legal_index on enterprise (subdistrict, legal_index) where legal_index is not null;

-- Households by the name of their head, or the beginning of its pinyin, in the asker's areas. Past the policy, under which arrays have no index; it begins with the people of that name.
create function households_headed(tenants integer[], by text, looked text, most integer) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
begin
  return query select h.id from unnest(tenants) as t (tenant) cross join lateral (
    select p.subdistrict, p.id from person p where p.subdistrict = t.tenant and p.merged_into is null and case by
      when 'initials' then p.initials >= looked and p.initials < looked || '{'
      when 'pinyin' then p.pinyin >= looked and p.pinyin < looked || '{'
      else tenant_keys(p.subdistrict, p.grams) @> tenant_keys(t.tenant, bigrams(looked)) and strpos(p.name, looked) > 0 end offset 0) as p
    join household h on h.subdistrict = p.subdistrict and h.head = p.id
  where h.ended_on is null and in_my_area(h.area) order by h.place, h.id limit most;
end $$;
revoke execute on function households_headed(integer[], text, text, integer) from public;
grant execute on function households_headed(integer[], text, text, integer) to staff;

-- 国籍 is a code of GB/T 2659 from now on; what was written in words and is one of the commonest becomes its code, anything else stays as it was written.
update person set facts = jsonb_set(facts, '{nationality}', to_jsonb(known.code)) from (values ('中国', '156'), ('中华人民共和国', '156'), ('美国', '840'), ('英国', '826'), ('日本', '392'), ('韩国', '410'), ('俄罗斯', '643'), ('法国', '250'),
  ('德国', '276'), ('加拿大', '124'), ('澳大利亚', '036'), ('越南', '704'), ('印度', '356'), ('巴基斯坦', '586'), ('泰国', '764'), ('缅甸', '104'), ('老挝', '418')) as known (word, code) where facts ->> 'nationality' = known.word;
