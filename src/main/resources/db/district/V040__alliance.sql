-- A body is an organisation made up of seats. Here is its rule, and who looks after it.
create table alliance_body (
  organisation_id  uuid primary key references organisation (id),
  version          bigint not null,
  secretariat_id   uuid not null references organisation (id),
  succession       text collate "C" not null,
  quorum           text collate "C" not null,
  quorum_count     int check (quorum_count between 1 and 999),
  term_years       int check (term_years between 1 and 10),
  check ((quorum = 'FIXED') = (quorum_count is not null))
);

-- A seat is held by virtue of a post: of this role in this unit. Whether it is vacant, and what is
-- to come of that, stands in "vacancy".
create table alliance_seat (
  id            uuid primary key,
  version       bigint not null,
  body_id       uuid not null references alliance_body (organisation_id),
  body_kind     text collate "C" not null,
  kind          text collate "C" not null,
  voting        boolean not null,
  unit_id       uuid not null references organisation (id),
  role          text collate "C" not null,
  source        text collate "C" not null,
  created_on    date not null,
  vacancy       text collate "C",
  vacant_since  date,
  abolished_on  date,
  check ((vacancy is null) = (vacant_since is null))
);
create index alliance_seat_body on alliance_seat (body_id) where abolished_on is null;
create index alliance_seat_post on alliance_seat (unit_id, role) where abolished_on is null;
create unique index "alliance.one-head" on alliance_seat (body_id)
  where kind = 'HEAD' and abolished_on is null
    and body_kind in ('STREET_COMMITTEE', 'COMMUNITY_COMMITTEE');

-- Who sits on it, by which appointment. In force on a day d as an appointment is: one that ended
-- before it began has to_day = from_day - 1.
create table alliance_sitting (
  id              uuid primary key,
  version         bigint not null,
  seat_id         uuid not null references alliance_seat (id),
  body_id         uuid not null references alliance_body (organisation_id),
  person_id       uuid not null references organisation_person (id),
  appointment_id  uuid not null references organisation_appointment (id),
  succeeded       boolean not null,
  from_day        date not null,
  to_day          date check (to_day >= from_day - 1),
  document        text check (char_length(document) <= 100),
  end_document    text check (char_length(end_document) <= 100),
  ending          text collate "C",
  -- Whether its end has been told.
  ended           boolean not null,
  check (not ended or to_day is not null)
);
create unique index "alliance.seat-taken" on alliance_sitting (seat_id) where to_day is null;
create unique index "alliance.already-seated"
  on alliance_sitting (body_id, person_id) where to_day is null;
create index alliance_sitting_seat on alliance_sitting (seat_id, from_day);
create index alliance_sitting_body on alliance_sitting (body_id, person_id);
create index alliance_sitting_person on alliance_sitting (person_id, from_day desc);
create index alliance_sitting_appointment on alliance_sitting (appointment_id);
create index alliance_sitting_running_out
  on alliance_sitting (to_day) where not ended and to_day is not null;

-- 联合发文. The first issuer leads; organisation_id repeats it, for where it counts.
create table alliance_document (
  id               uuid primary key,
  version          bigint not null,
  organisation_id  uuid not null references organisation (id),
  body_id          uuid references alliance_body (organisation_id),
  number           text collate "C" not null,
  title            text not null check (char_length(title) between 2 and 120),
  issued_on        date not null,
  valid_from       date not null,
  valid_to         date check (valid_to >= valid_from),
  revoked_on       date check (revoked_on >= issued_on),
  revocation       text check (char_length(revocation) <= 100),
  constraint "alliance.number-taken" unique (number)
);
create index alliance_document_latest on alliance_document (issued_on desc, id desc);
create index alliance_document_body on alliance_document (body_id, issued_on desc, id desc)
  where body_id is not null;

create table alliance_document_issuer (
  document_id      uuid not null references alliance_document (id),
  place            int not null,
  organisation_id  uuid not null references organisation (id),
  -- As it is called there.
  name             text not null,
  primary key (document_id, place),
  unique (document_id, organisation_id)
);
create index alliance_document_issuer_organisation on alliance_document_issuer (organisation_id);
