grant usage on schema ${schema} to ${app};

create table hub_district (
  code        text primary key check (code ~ '^\d{6}$'),
  name        text not null,
  host        text unique,
  founded_at  timestamptz not null default now()
);
grant select, insert on hub_district to ${app};
