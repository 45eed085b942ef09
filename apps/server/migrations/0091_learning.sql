-- 问题学习: what residents asked and nobody's answer was found for, or whose answer they disliked, gathered into topics; and what a changed answer would do to all known questions.
create table topic (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  area_name text not null,
  -- As it was asked first, numbers masked.
  title text not null,
  unanswered integer not null default 0,
  disliked integer not null default 0,
  first_at timestamptz not null,
  last_at timestamptz not null,
  status text not null default 'open' check (status in ('open', 'answering', 'answered', 'dismissed')),
  -- The answer that was drafted for it, or that it is another way to ask for.
  entry uuid,
  way text check (way in ('draft', 'similar')),
  decided_name text,
  decided_at timestamptz,
  note text,
  primary key (subdistrict, id)
);
create index topic_open on topic (area, status, last_at desc);
create index topic_by_entry on topic (subdistrict, entry) where entry is not null;
call guard('topic');

-- Which turn of which talk; the words stay in the turn and go with it.
create table topic_question (
  subdistrict integer not null,
  talk uuid not null,
  no integer not null,
  area text collate "C" not null,
  topic uuid not null,
  why text not null check (why in ('unanswered', 'disliked')),
  at timestamptz not null,
  primary key (subdistrict, talk, no),
  foreign key (subdistrict, topic) references topic (subdistrict, id),
  foreign key (subdistrict, talk, no) references turn (subdistrict, talk, no) on delete cascade
);
create index topic_question_by_topic on topic_question (subdistrict, topic, at desc);
call guard('topic_question');

-- Up to when an office's questions were gathered.
create table topic_mark (
  subdistrict integer primary key,
  area text collate "C" not null,
  until timestamptz not null
);
call guard('topic_mark');

-- 试跑: all known questions asked with and without a version of an answer that waits for its review.
create table rehearsal (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  knowledge uuid not null,
  no integer not null,
  question text not null,
  -- Of the knowledge as a whole; published since, the run says nothing any more.
  version integer not null,
  status text not null default 'waiting' check (status in ('waiting', 'running', 'done')),
  total integer not null default 0,
  done integer not null default 0,
  changed integer not null default 0,
  lost integer not null default 0,
  -- The first of those that would get another answer or band: who is asked for is not told, the words are the knowledge's own or masked.
  changes jsonb not null default '[]',
  by uuid not null,
  by_name text not null,
  at timestamptz not null,
  ended_at timestamptz,
  primary key (subdistrict, id)
);
create index rehearsal_by_entry on rehearsal (subdistrict, knowledge, no, at desc);
call guard('rehearsal');
