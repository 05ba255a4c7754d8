create table access_account (
  person_id      uuid primary key references organisation_person (id),
  password_hash  text,
  standing       text check (standing in ('RESIDENT', 'STUDENT', 'VOLUNTEER')),
  community_id   uuid references organisation (id),
  last_post      uuid references organisation_appointment (id) on delete set null,
  created_at     timestamptz not null,
  version        bigint not null
);
create index access_account_community on access_account (community_id);

create table access_session (
  token_hash  bytea primary key,
  person_id   uuid not null references access_account (person_id) on delete cascade,
  post        uuid references organisation_appointment (id) on delete set null,
  started_at  timestamptz not null,
  last_at     timestamptz not null
);
create index access_session_person on access_session (person_id);
create index access_session_age on access_session (last_at);

-- One code at a time for a phone and a purpose; the phone itself is not here.
create table access_code (
  phone_index  bytea not null,
  purpose      text not null check (purpose in ('SIGN_IN', 'REGISTER', 'RESET')),
  code_mac     bytea not null,
  expires_at   timestamptz not null,
  attempts     integer not null default 0,
  used_at      timestamptz,
  primary key (phone_index, purpose)
);
create index access_code_age on access_code (expires_at);

-- Failures are counted for a phone, not for an account, so that an unknown phone locks alike.
create table access_failure (
  phone_index   bytea primary key,
  failures      integer not null,
  locked_until  timestamptz,
  last_at       timestamptz not null
);
create index access_failure_age on access_failure (last_at);

create table access_invitation (
  id              uuid primary key,
  token_hash      bytea not null unique,
  person_id       uuid not null references organisation_person (id),
  appointment_id  uuid not null references organisation_appointment (id),
  invited_by      uuid references organisation_person (id),
  expires_at      timestamptz not null,
  used_at         timestamptz
);
create index access_invitation_person on access_invitation (person_id);

create table access_setup (
  token_hash  bytea primary key,
  expires_at  timestamptz not null,
  used_at     timestamptz
);

create table access_consent (
  id              uuid primary key,
  person_id       uuid not null references organisation_person (id),
  notice_version  text not null,
  at              timestamptz not null,
  withdrawn_at    timestamptz
);
create index access_consent_person on access_consent (person_id, at);

create table access_rate (
  bucket        bytea not null,
  window_start  timestamptz not null,
  count         integer not null,
  expires_at    timestamptz not null,
  primary key (bucket, window_start)
);
create index access_rate_age on access_rate (expires_at);
