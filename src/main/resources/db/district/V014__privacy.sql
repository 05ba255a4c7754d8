-- Who read whose record. Kept by month: a month that is old enough is dropped whole. What falls into
-- no month that has been made lies in the default.
create table privacy_access (
  id               uuid not null,
  at               timestamptz not null,
  reader_id        uuid not null,
  appointment_id   uuid,
  role             text not null,
  organisation_id  uuid,
  purpose          text collate "C" not null,
  subject_type     text not null,
  subject_id       uuid not null,
  persons          uuid[] not null,
  primary key (at, id)
) partition by range (at);
create index privacy_access_persons on privacy_access using gin (persons);
create index privacy_access_reader on privacy_access (reader_id, at, id);

create table privacy_access_default partition of privacy_access default;

-- What a person asks for and a human must answer. Her words and the answer are encrypted.
create table privacy_request (
  id               uuid primary key,
  version          bigint not null,
  person_id        uuid not null references organisation_person (id),
  organisation_id  uuid not null references organisation (id),
  kind             text collate "C" not null,
  words            bytea,
  asked_at         timestamptz not null,
  due              date not null,
  answered_at      timestamptz,
  answered_by      uuid references organisation_person (id),
  granted          boolean,
  answer           bytea,
  constraint privacy_request_answered
    check ((answered_at is null) = (granted is null))
);
create index privacy_request_person on privacy_request (person_id, asked_at desc, id desc);
create index privacy_request_open on privacy_request (due, id) where answered_at is null;
create index privacy_request_answered_at on privacy_request (answered_at desc, id desc);

-- That a rule of keeping was applied, and to how many rows: never to which.
create table privacy_proof (
  id       uuid primary key,
  rule     text collate "C" not null,
  at       timestamptz not null,
  before   timestamptz not null,
  deleted  bigint not null
);
create index privacy_proof_at on privacy_proof (at desc, id desc);
create index privacy_proof_rule on privacy_proof (rule, at desc, id desc);

-- When so many persons were first known (R-PI-17), and when that was reported.
create table privacy_threshold (
  persons      bigint primary key,
  reached_on   date not null,
  reported_on  date
);

revoke update, delete, truncate on privacy_access, privacy_access_default, privacy_proof from ${app};
