-- Which step ended a stay: a dispatch that was taken back before it was signed for is no return. Of stays before this nothing is told.
alter table event_stage add column ended_step text;
-- 超时倍数: how many times its limit a stay took longer, to a tenth (domain §2.9). A fact of when it ended, like its minutes.
alter table event_stage add column overdue_times real;
-- What 12345 wants to know with the answer (domain §3.3); nothing in it says who reported.
alter table event add column hotline_answer jsonb;
-- Figures of the standard that were missing (domain §2.9, §3.6): what was taken back, and answers owed to those who reported.
alter table tally
  add column recalled integer not null default 0, add column reply_due integer not null default 0, add column replied integer not null default 0, add column reply_missing integer not null default 0;
-- All days are counted anew at the next start.
update tally_mark set until = null;
-- Lists read the text of events through a view of all their columns.
call event_text_anew();
