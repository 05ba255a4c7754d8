-- What this district has published, word for word as it left; the hub gets a copy. Who did it is in
-- the journal.
create table city_publication (
  id              uuid primary key,
  month           date not null,
  revision        integer not null,
  open            boolean not null,
  cells           text not null,
  published_at    timestamptz not null,
  sent_at         timestamptz,
  constraint city_publication_revision unique (month, revision)
);
create index city_publication_unsent on city_publication (id) where sent_at is null;
create index city_publication_latest on city_publication (published_at, id);
revoke delete, truncate on city_publication from ${app};
