-- What an organisation was called, from the first day to the last: an old paper shows the old name.
alter table organisation add column named_on date check (named_on >= founded_on);
create table organisation_former_name (
  organisation_id  uuid not null references organisation (id),
  name             text collate "zh-x-icu" not null check (char_length(name) between 2 and 60),
  from_day         date not null,
  to_day           date not null check (to_day >= from_day),
  primary key (organisation_id, to_day)
);
-- One level of the tree, by name.
create index organisation_parts on organisation (parent_id, name, id) where dissolved_on is null;

-- An appointment that waits for approval was never in force (to_day = from_day - 1, ended), so that
-- no reader of appointments has to know of waiting; approved, it takes its own term.
alter table organisation_appointment
  add column extension_document  text check (char_length(extension_document) <= 100),
  add column awaits_approval     boolean not null default false check (not awaits_approval or ended),
  add column wanted_to_day       date check (wanted_to_day >= from_day),
  add column proposer_id         uuid references organisation_person (id),
  add column approver_id         uuid references organisation_person (id);
create unique index "organisation.already-proposed"
  on organisation_appointment (person_id, role, organisation_id) where awaits_approval;
create index organisation_appointment_awaiting on organisation_appointment (id) where awaits_approval;
create index organisation_appointment_history
  on organisation_appointment (organisation_id, from_day desc, id desc);
