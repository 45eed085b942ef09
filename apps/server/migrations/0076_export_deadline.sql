-- What was asked for and not decided ends after three days; what waits already, from today.
update ledger_export set expires_at = now() + interval '3 days' where status = 'asked' and expires_at is null;
