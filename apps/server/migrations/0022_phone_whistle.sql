-- Steps taken where there was no network: `answered_at` and `arrived_at` are when the phone says they were, these are when the server heard of them; null where it heard at once.
alter table whistle_call add column answer_heard_at timestamptz, add column arrival_heard_at timestamptz;
