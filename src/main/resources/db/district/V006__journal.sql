create table journal_entry (
  id               uuid primary key,
  command          uuid not null,
  fact             text not null,
  subject_type     text not null,
  subject_id       uuid not null,
  organisation_id  uuid not null,
  occurred_at      timestamptz not null,
  recorded_at      timestamptz not null,
  person_id        uuid,
  appointment_id   uuid,
  role             text,
  body             text not null,
  measures         text not null,
  reverses         uuid references journal_entry (id),
  words_hash       bytea,
  mac              bytea not null
);
create index journal_entry_subject on journal_entry (subject_type, subject_id, occurred_at, id);
create unique index journal_entry_reversed_once on journal_entry (reverses) where reverses is not null;

-- Words about people are erasable; their salted hash stays in the entry.
create table journal_words (
  entry_id  uuid primary key references journal_entry (id),
  salt      bytea not null,
  words     text not null
);

create table journal_measure (
  figure           text collate "C" not null,
  organisation_id  uuid not null,
  day              date not null,
  entry_id         uuid not null references journal_entry (id),
  amount           bigint not null,
  primary key (figure, organisation_id, day, entry_id)
);

create table journal_queue (
  id             uuid primary key,
  entries        uuid[] not null,
  figures        text[] not null,
  organisations  uuid[] not null,
  days           date[] not null,
  amounts        bigint[] not null
);

revoke update, delete, truncate on journal_entry, journal_measure from ${app};
revoke update on journal_words, journal_queue from ${app};
