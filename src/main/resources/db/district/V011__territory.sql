-- The schematic plan follows from the boundary and the codes; nothing of it is kept.
alter table territory_division drop column schematic_x, drop column schematic_y;

-- A party grid may span communities; then it lies in none and has no number (R-GRD-02 is for
-- governance grids). Numbers and codes may be exchanged within one transaction.
alter table territory_grid
  alter community_id drop not null,
  alter number drop not null,
  drop constraint territory_grid_number_check,
  drop constraint "territory.grid-number-taken",
  add column closed_on date check (closed_on >= drawn_on),
  add constraint territory_grid_number_of_length check (number between 1 and 999999),
  add constraint territory_grid_numbered_in_community check ((number is null) = (community_id is null)),
  add constraint territory_grid_governs_one_community check (layer <> 'GOVERNANCE' or community_id is not null),
  add constraint "territory.grid-number-taken" unique (community_id, layer, number) deferrable,
  add constraint "territory.grid-code-taken" unique (layer, code) deferrable;
create index territory_grid_layer on territory_grid (layer, drawn_on);
create index territory_grid_owner on territory_grid (organisation_id, layer);

-- What a grid was from a day on: of all editions that began by a day, the last holds.
-- The shape is a GeoJSON coordinates array of a MultiPolygon, WGS 84; absent until one is drawn.
create table territory_grid_edition (
  grid_id        uuid not null references territory_grid (id),
  number         int not null check (number > 0),
  from_day       date not null,
  name           text not null check (char_length(name) between 1 and 40),
  households     int check (households between 0 and 100000),
  shape          text,
  square_metres  bigint check (square_metres >= 0),
  primary key (grid_id, number),
  check ((shape is null) = (square_metres is null))
);
insert into territory_grid_edition (grid_id, number, from_day, name)
select id, 1, drawn_on, name from territory_grid;

-- Every change of a layer gives it a new revision, by which every node knows whether its index is
-- still true. Never the same twice, also after a rollback.
create table territory_layer (
  layer     text primary key,
  revision  uuid not null
);
insert into territory_layer
values ('GOVERNANCE', gen_random_uuid()), ('PARTY', gen_random_uuid()),
  ('POLICE', gen_random_uuid()), ('SPECIAL', gen_random_uuid());
