-- Whoever is erased takes the words of her entries along, out of all that were ever made.
create index journal_entry_person on journal_entry (person_id) where person_id is not null;
