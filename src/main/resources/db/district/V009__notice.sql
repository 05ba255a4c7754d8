create table notice (
  id            uuid primary key,
  person_id     uuid not null references organisation_person (id) on delete cascade,
  code          text not null,
  subject_type  text not null,
  subject_id    uuid not null,
  arguments     jsonb not null,
  at            timestamptz not null,
  read_at       timestamptz
);

create index notice_inbox on notice (person_id, at desc, id desc);
create index notice_unread on notice (person_id) where read_at is null;
create index notice_age on notice (at);
