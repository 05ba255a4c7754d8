-- An address a person gave for notices; she may take it away at any time. Confirmed by a code.
create table notice_email (
  person_id     uuid primary key references organisation_person (id) on delete cascade,
  address       bytea not null,
  confirmed_at  timestamptz,
  quiet_from    time not null,
  quiet_to      time not null,
  code_mac      bytea,
  code_sent_at  timestamptz,
  attempts      integer not null default 0,
  codes         integer not null default 0,
  codes_on      date
);

-- Kinds of which a person wants no mail; the inbox has all of them always.
create table notice_silence (
  person_id  uuid not null references organisation_person (id) on delete cascade,
  kind       text not null,
  primary key (person_id, kind)
);

-- What is to go out by mail. Notices with the same letter go as one, under one Message-ID.
create table notice_mail (
  notice_id  uuid primary key references notice (id) on delete cascade,
  person_id  uuid not null references organisation_person (id) on delete cascade,
  kind       text not null,
  due_at     timestamptz not null,
  until      timestamptz not null,
  letter     uuid,
  tries      integer not null default 0
);
create index notice_mail_due on notice_mail (due_at);
create index notice_mail_person on notice_mail (person_id);
