-- Names sort as people look them up, by pinyin; paths by their characters.
create table organisation (
  id            uuid primary key,
  version       bigint not null,
  kind          text collate "C" not null,
  name          text collate "zh-x-icu" not null check (char_length(name) between 2 and 60),
  parent_id     uuid references organisation (id),
  number        int not null check (number > 0),
  path          text collate "C" not null check (path ~ '^([0-9a-z]+\.)+$'),
  division      text collate "C" references territory_division (code),
  uscc          text collate "C" check (uscc ~ '^[0-9A-Z]{18}$'),
  founded_on    date not null,
  dissolved_on  date check (dissolved_on >= founded_on),
  constraint organisation_root check ((kind = 'DISTRICT') = (parent_id is null)),
  constraint "organisation.place-taken" unique (path)
);
create unique index organisation_sibling on organisation (parent_id, number);
create unique index "organisation.division-taken" on organisation (division) where dissolved_on is null;
create unique index "organisation.uscc-taken" on organisation (uscc) where dissolved_on is null;
create index organisation_kind on organisation (kind, path);
create index organisation_name on organisation (name, id);

-- As little as possible of anybody. The phone is encrypted and found by its blind index.
create table organisation_person (
  id            uuid primary key,
  version       bigint not null,
  name          text collate "zh-x-icu" not null check (char_length(name) between 2 and 20),
  phone_cipher  bytea,
  phone_index   bytea,
  created_at    timestamptz not null,
  constraint "organisation.phone-taken" unique (phone_index),
  check ((phone_cipher is null) = (phone_index is null))
);
create index organisation_person_name on organisation_person (name, id);
create index organisation_person_prefix on organisation_person (name text_pattern_ops, id);

-- In force on a day d: from_day <= d and (to_day is null or to_day >= d). One that ended on its
-- first day was never in force and has to_day = from_day - 1.
create table organisation_appointment (
  id               uuid primary key,
  version          bigint not null,
  person_id        uuid not null references organisation_person (id),
  role             text collate "C" not null,
  organisation_id  uuid not null references organisation (id),
  grid_id          uuid references territory_grid (id),
  from_day         date not null,
  to_day           date check (to_day >= from_day - 1),
  document         text check (char_length(document) <= 100),
  end_document     text check (char_length(end_document) <= 100),
  -- Whether its end has been told.
  ended            boolean not null,
  check (not ended or to_day is not null)
);
create unique index "organisation.already-appointed"
  on organisation_appointment (person_id, role, organisation_id) where to_day is null;
create index organisation_appointment_person on organisation_appointment (person_id, to_day);
create index organisation_appointment_organisation
  on organisation_appointment (organisation_id, role, person_id) include (from_day, to_day);
create index organisation_appointment_grid on organisation_appointment (grid_id) where grid_id is not null;
create index organisation_appointment_running_out
  on organisation_appointment (to_day) where not ended and to_day is not null;
