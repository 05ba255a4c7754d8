-- As names are compared: without spaces and the points that are typed in many ways.
alter table organisation_person
  add column name_key text collate "C"
    generated always as (lower(regexp_replace(name, '[ ·''-]', '', 'g'))) stored,
  -- Whose record this one was merged into; its id lives on in what cannot be rewritten.
  add column merged_into uuid references organisation_person (id),
  -- Nothing is left of the person but the id.
  add column erased_at timestamptz;
create index organisation_person_key on organisation_person (name_key, id)
  where merged_into is null and erased_at is null;
create index organisation_person_merged on organisation_person (merged_into)
  where merged_into is not null;

-- What a merging changed, so that it can be undone exactly; forgotten when that time is over.
create table organisation_merge (
  id                   uuid primary key,
  version              bigint not null,
  kept_id              uuid not null references organisation_person (id),
  merged_id            uuid not null references organisation_person (id),
  at                   timestamptz not null,
  undo_until           timestamptz not null,
  undone_at            timestamptz,
  moved                jsonb,
  kept_name            text,
  kept_phone_cipher    bytea,
  kept_phone_index     bytea,
  merged_name          text,
  merged_phone_cipher  bytea,
  merged_phone_index   bytea
);
create index organisation_merge_kept on organisation_merge (kept_id, at desc);
create index organisation_merge_undoable on organisation_merge (undo_until)
  where moved is not null;

-- Two persons of whom somebody said that they are not the same.
create table organisation_distinct (
  one_id    uuid not null references organisation_person (id),
  other_id  uuid not null references organisation_person (id),
  at        timestamptz not null,
  primary key (one_id, other_id),
  check (one_id < other_id)
);
