-- A file that somebody brought. What is in it is personal: sealed, seen by whoever brought it in the
-- same post, and gone once it is done with, at the latest after a day.
create table exchange_import (
  id              uuid primary key,
  version         bigint not null,
  kind            text collate "C" not null,
  person_id       uuid not null,
  appointment_id  uuid,
  state           text collate "C" not null check (state in ('READ', 'CHECKED', 'DONE')),
  head            bytea not null,
  content         bytea,
  created_at      timestamptz not null
);
create index exchange_import_mine on exchange_import (person_id, created_at desc, id desc);
create index exchange_import_created on exchange_import (created_at);

-- Which column an organisation takes for which field, by a hash of the headers; nothing of the rows.
create table exchange_mapping (
  organisation_id  uuid not null,
  kind             text collate "C" not null,
  headers          bytea not null,
  fields           text not null,
  used_at          timestamptz not null,
  primary key (organisation_id, kind, headers)
);
create index exchange_mapping_used on exchange_mapping (used_at);

-- Rows that are imported already, by a keyed hash of what makes a row the same row.
create table exchange_row (
  kind         text collate "C" not null,
  key          bytea not null,
  subject_id   uuid not null,
  imported_at  timestamptz not null,
  constraint "exchange.row-there" primary key (kind, key)
);
create index exchange_row_imported on exchange_row (imported_at);

-- A list written to a file: the filters and the file are sealed, both gone after a day.
create table exchange_export (
  id               uuid primary key,
  person_id        uuid not null,
  appointment_id   uuid,
  organisation_id  uuid,
  role             text collate "C" not null,
  reach            text collate "C",
  list             text collate "C" not null,
  format           text collate "C" not null check (format in ('XLSX', 'CSV')),
  language         text collate "C" not null,
  filters          bytea not null,
  state            text collate "C" not null check (state in ('RUNNING', 'DONE', 'FAILED')),
  written          bigint not null,
  total            bigint,
  created_at       timestamptz not null,
  leased_until     timestamptz not null
);
create index exchange_export_mine on exchange_export (person_id, created_at desc, id desc);
create index exchange_export_created on exchange_export (created_at);
create index exchange_export_left on exchange_export (leased_until) where state = 'RUNNING';

create table exchange_chunk (
  export_id  uuid not null references exchange_export (id) on delete cascade,
  number     int not null,
  content    bytea not null,
  primary key (export_id, number)
);
