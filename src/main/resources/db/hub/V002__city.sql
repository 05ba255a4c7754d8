-- What districts have published: frozen, corrected only by a later revision.
create table hub_publication (
  id            uuid primary key,
  district      text not null references hub_district (code),
  month         date not null,
  revision      integer not null,
  open          boolean not null,
  published_at  timestamptz not null,
  unique (district, month, revision)
);
create index hub_publication_month on hub_publication (month, district, revision);

-- No amount: masked. The district's total has no division.
create table hub_cell (
  publication_id  uuid not null references hub_publication (id),
  figure          text collate "C" not null,
  division        text collate "C" not null,
  name            text not null,
  unit            text not null,
  amount          bigint,
  primary key (publication_id, figure, division)
);
create index hub_cell_figure on hub_cell (figure, division);

grant select, insert on hub_publication, hub_cell to ${app};
