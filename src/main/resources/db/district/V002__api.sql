create table api_idempotency (
  owner       uuid not null,
  key         text not null,
  request     bytea not null,
  result      uuid,
  created_at  timestamptz not null,
  primary key (owner, key)
);
create index api_idempotency_age on api_idempotency (created_at);
