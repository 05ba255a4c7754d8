-- What is attached to records. Its content lies in the store under its hash, written before the row.
create table file (
  id              uuid primary key,
  subject_type    text collate "C" not null,
  subject_id      uuid not null,
  organisation_id uuid not null,
  hash            text collate "C" not null,
  type            text collate "C" not null,
  size            bigint not null check (size >= 0),
  name            bytea not null,
  attached_by     uuid,
  attached_at     timestamptz not null,
  scan            text collate "C" not null
);

create index file_subject on file (subject_type, subject_id, attached_at, id);
create index file_attached_by on file (attached_by, attached_at desc, id desc);
create index file_hash on file (hash);
create index file_unscanned on file (attached_at, id) where scan = 'WAITING';

-- Content whose last row may be gone: deleted from the store soon after the commit.
create table file_discard (
  hash  text collate "C" primary key,
  at    timestamptz not null
);

-- What is on its way. The bytes that have arrived lie in the incoming folder under the same id.
create table file_upload (
  id          uuid primary key,
  owner_id    uuid not null,
  name        bytea not null,
  length      bigint not null check (length > 0),
  received    bigint not null check (received between 0 and length),
  started_at  timestamptz not null,
  expires_at  timestamptz not null
);

create index file_upload_owner on file_upload (owner_id);
create index file_upload_expiring on file_upload (expires_at);
