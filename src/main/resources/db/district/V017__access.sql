alter table access_account
  add column password_at timestamptz,
  add column used_at timestamptz not null default now();
update access_account set password_at = created_at where password_hash is not null;

-- second_at: when a second factor was given; proved_at: when the person last proved to be herself.
alter table access_session
  add column proved_at timestamptz not null default now(),
  add column second_at timestamptz,
  add column superseded_at timestamptz;

alter table access_setup add column purpose text not null default 'SET_UP'
  check (purpose in ('SET_UP', 'WAY_BACK'));

create table access_totp (
  person_id      uuid primary key references access_account (person_id) on delete cascade,
  secret_cipher  bytea not null,
  confirmed_at   timestamptz,
  last_step      bigint not null default 0
);

create table access_recovery_code (
  person_id  uuid not null references access_account (person_id) on delete cascade,
  code_mac   bytea not null,
  used_at    timestamptz,
  primary key (person_id, code_mac)
);

create table access_passkey (
  id             uuid primary key,
  person_id      uuid not null references access_account (person_id) on delete cascade,
  credential_id  bytea not null unique,
  credential     bytea not null,
  sign_count     bigint not null,
  name           text not null,
  created_at     timestamptz not null,
  used_at        timestamptz
);
create index access_passkey_person on access_passkey (person_id, created_at);

-- What a passkey has to sign; each is good for one answer.
create table access_challenge (
  challenge_hash  bytea primary key,
  person_id       uuid,
  expires_at      timestamptz not null
);
create index access_challenge_expiry on access_challenge (expires_at);

create table access_password_before (
  id             uuid primary key,
  person_id      uuid not null references access_account (person_id) on delete cascade,
  password_hash  text not null
);
create index access_password_before_person on access_password_before (person_id, id);

-- The settings in force when the program last started, so that a change can be told.
create table access_setting (
  name    text primary key,
  amount  bigint not null
);

-- The security record: written and read, never changed; what is over a year old is deleted.
create table access_event (
  id         uuid primary key,
  at         timestamptz not null,
  kind       text not null,
  outcome    text not null,
  way        text,
  detail     text,
  person_id  uuid references organisation_person (id) on delete set null,
  actor_id   uuid references organisation_person (id) on delete set null,
  bucket     bytea
);
create index access_event_at on access_event (at, id);
create index access_event_kind on access_event (kind, at, id);
create index access_event_outcome on access_event (outcome, at, id);
create index access_event_person on access_event (person_id, at, id);
create index access_event_actor on access_event (actor_id);
revoke update on access_event from ${app};
