-- GB/T 2260 and the statistical codes below it. What a code is follows from its digits; when it
-- holds is in valid_from and valid_to, because codes are revised every year.
create table territory_division (
  code             text collate "C" primary key check (code ~ '^\d{6}(\d{3}(\d{3})?)?$'),
  parent           text collate "C" references territory_division (code),
  level            text not null check (level in ('DISTRICT', 'STREET', 'TOWN', 'SPECIAL_UNIT', 'COMMUNITY', 'VILLAGE')),
  name             text not null,
  official_name    text not null,
  statistics_only  boolean not null,
  valid_from       date not null,
  valid_to         date check (valid_to >= valid_from),
  -- Kilometres on a plan that claims nothing about the ground.
  schematic_x      double precision,
  schematic_y      double precision,
  check ((schematic_x is null) = (schematic_y is null))
);
create index territory_division_parent on territory_division (parent);

create table territory_grid (
  id               uuid primary key,
  version          bigint not null,
  layer            text not null check (layer in ('GOVERNANCE', 'PARTY', 'POLICE', 'SPECIAL')),
  -- The owner, and the community in which it lies and is numbered.
  organisation_id  uuid not null,
  community_id     uuid not null,
  number           int not null check (number between 1 and 999),
  code             text collate "C",
  name             text not null check (char_length(name) between 1 and 40),
  drawn_on         date not null,
  constraint "territory.grid-number-taken" unique (community_id, layer, number)
);
