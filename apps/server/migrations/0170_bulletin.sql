-- 报表: reports that are put together from indicators, and their issues: frozen when they are made, signed by those who answer for them.
create table bulletin (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  name text not null,
  rhythm text not null check (rhythm in ('day', 'week', 'month', 'once')),
  definition jsonb not null,
  is_ended boolean not null default false,
  -- Periods that ended before it was begun, or begun again, are not made by themselves.
  since date not null,
  changed_by uuid not null,
  changed_name text not null,
  changed_at timestamptz not null,
  primary key (subdistrict, id)
);
create unique index bulletin_name on bulletin (subdistrict, area, name);
call guard('bulletin');

create table bulletin_issue (
  subdistrict integer not null,
  id uuid not null,
  bulletin uuid not null,
  area text collate "C" not null,
  name text not null,
  rhythm text not null,
  period_from date not null,
  period_until date not null check (period_until > period_from),
  -- What was counted, with formulas and versions, and the heading it goes out under.
  content jsonb not null,
  made_at timestamptz not null,
  made_by uuid,
  made_name text not null,
  replaces uuid,
  why text,
  before text not null,
  after text not null,
  status text not null check (status in ('draft', 'review', 'approved', 'signed', 'returned', 'dropped')),
  reason text,
  submitted_at timestamptz,
  submitted_by uuid,
  submitted_name text,
  reviewed_at timestamptz,
  reviewed_by uuid,
  reviewed_name text,
  signed_at timestamptz,
  signed_by uuid,
  signed_name text,
  -- Given when it is signed, so that no number is missing: 〔year〕第 no 期.
  year integer,
  no integer,
  -- SHA-256 over all of it, and the installation's seal over that.
  digest text,
  seal bytea,
  primary key (subdistrict, id),
  foreign key (subdistrict, bulletin) references bulletin (subdistrict, id),
  foreign key (subdistrict, replaces) references bulletin_issue (subdistrict, id),
  check ((status = 'signed') = (digest is not null and seal is not null and no is not null and signed_at is not null))
);
-- A period is made once, and corrected once, until that is dropped or corrected itself.
create unique index bulletin_issue_once on bulletin_issue (subdistrict, bulletin, period_from, period_until) where replaces is null and status <> 'dropped';
create unique index bulletin_issue_corrects on bulletin_issue (subdistrict, replaces) where status <> 'dropped';
create unique index bulletin_issue_number on bulletin_issue (subdistrict, bulletin, year, no);
create index bulletin_issue_newest on bulletin_issue (subdistrict, period_until desc, id desc);
create index bulletin_issue_digest on bulletin_issue (digest text_pattern_ops);
call guard('bulletin_issue', changeable => false);
-- The figures of an issue are no column that anybody may change, and what is signed stays whole.
grant update (before, after, status, reason, submitted_at, submitted_by, submitted_name, reviewed_at, reviewed_by, reviewed_name, signed_at, signed_by, signed_name, year, no, digest, seal) on bulletin_issue to staff;
create policy signed_stays on bulletin_issue as restrictive for update to staff using (status not in ('signed', 'dropped')) with check (true);

-- Whether anybody else could do what somebody may not do to their own: holders of a permission over a place.
create function bulletin_others(permission text, place text, but uuid[]) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select in_my_area(place) and exists (
    select from post join role on role.code = post.role join account on account.id = post.account
    where place ^@ post.area and post.valid_from <= now() and (post.valid_until is null or post.valid_until > now()) and role.permissions @> array[permission] and account.is_enabled and account.id <> all (but))
$$;
revoke execute on function bulletin_others(text, text, uuid[]) from public;
grant execute on function bulletin_others(text, text, uuid[]) to staff;

-- Roles that stand already; a new installation is given them at its start.
update role set permissions = permissions || '{bulletin.make}' where built_in and code in ('shiftLeader', 'secretary', 'socialWorker') and not permissions @> '{bulletin.make}';
update role set permissions = permissions || '{bulletin.review}' where built_in and code in ('leader', 'shiftLeader', 'secretary') and not permissions @> '{bulletin.review}';
update role set permissions = permissions || '{bulletin.sign}' where built_in and code in ('leader', 'secretary') and not permissions @> '{bulletin.sign}';
