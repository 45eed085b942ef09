-- An office that does not use a code of a standard retires it for itself: its own word on that code, which holds before the standard's whether it is valid or not.
alter table code_entry add column is_word_on boolean not null default false;
