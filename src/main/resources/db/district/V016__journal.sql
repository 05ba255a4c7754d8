-- A seal holds the ids of its entries and the hash of each, so that one entry lost leaves the others
-- provable; its root stands over these hashes, and the next seal names its hash.
create table journal_seal (
  number     bigint primary key,
  previous   bytea not null,
  root       bytea not null,
  entries    uuid[] not null,
  hashes     bytea not null,
  amount     integer not null,
  sealed_at  timestamptz not null,
  signature  bytea not null
);
create index journal_seal_sealed on journal_seal (sealed_at) include (number, amount);

-- What left the database, or should have, each day.
create table journal_delivery (
  day           date not null,
  target        text not null,
  seal          bigint not null,
  tried_at      timestamptz not null,
  delivered_at  timestamptz,
  told          boolean not null default false,
  primary key (day, target)
);

-- Every command waits here for its seal, one with measures for the roll-ups as well.
alter table journal_queue add column sealing uuid[];
insert into journal_queue (id, sealing, entries, figures, organisations, days, amounts)
  select command, array_agg(id order by id), '{}', '{}', '{}', '{}', '{}'
  from journal_entry group by command
  on conflict (id) do update set sealing = excluded.sealing;
alter table journal_queue alter column sealing set not null;

revoke update, delete, truncate on journal_seal from ${app};
revoke delete, truncate on journal_delivery from ${app};
